package dev.recap.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one desk whose agent has handed in drafts, each in a window of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkedDesk {
  private static final int TICKETS = 8;

  DeskProcess desk;
  Chromium chromium;
  Page page;

  @BeforeAll
  void open(@TempDir Path folder) {
    desk = DeskProcess.worked(folder.resolve("desk"), TICKETS);
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    chromium.close();
    desk.close();
  }

  @BeforeEach
  void look() {
    page = chromium.window();
    page.navigate(desk.at("/review"));
  }

  @AfterEach
  void leave() {
    page.context().close();
  }
}
