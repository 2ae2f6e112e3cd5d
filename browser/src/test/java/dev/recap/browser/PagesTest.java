package dev.recap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page can be read by everybody: WCAG 2.1 AA as axe checks it, light, dark and narrow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final int WIDE = 1_280;
  private static final int PHONE = 390;
  private static final int HIGH = 900;

  private DeskProcess desk;
  private Chromium chromium;

  @BeforeAll
  void open(@TempDir Path folder) {
    Path data = folder.resolve("desk");
    DeskProcess.start(data, "--sample", "3").close();
    DeskProcess.run(
        "batch", "start",
        "--desk", data.resolve("desk.db").toString(),
        "--store", data.resolve("journals.db").toString());
    desk = DeskProcess.start(data);
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    chromium.close();
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/queue",
        "/queue/import",
        "/review/1",
        "/tickets/1",
        "/tickets/1?tab=evidence",
        "/tickets/1?tab=timeline",
        "/tickets/1?tab=hood",
        "/shifts",
        "/knowledge?query=lamp",
        "/guidance",
        "/people",
        "/connections"
      })
  void canBeReadByEverybody(String path) {
    check(path, WIDE, ColorScheme.LIGHT);
    check(path, WIDE, ColorScheme.DARK);
    check(path, PHONE, ColorScheme.LIGHT);
  }

  private void check(String path, int width, ColorScheme scheme) {
    Page page = chromium.window(width, HIGH, scheme);
    page.navigate(desk.at(path));
    var found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze();
    assertThat(found.getViolations())
        .as("%s, %d wide, %s", path, width, scheme)
        .extracting(one -> one.getId() + " " + one.getNodes().getFirst().getHtml())
        .isEmpty();
    int scrolls = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(scrolls).as("%s is wider than a window of %d", path, width).isLessThanOrEqualTo(0);
    page.context().close();
  }
}
