package dev.recap.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages, to be looked at. */
final class Screens {
  private static final Path FOLDER =
      Path.of(System.getProperty("recap.screens", "target/screens")).toAbsolutePath();

  private Screens() {}

  /** Keeps what the window shows. */
  static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(false));
  }
}
