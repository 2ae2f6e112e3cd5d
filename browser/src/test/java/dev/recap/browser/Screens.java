package dev.recap.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/**
 * Pictures of pages, to be looked at; with {@code -Drecap.readme} also those that the README has.
 */
final class Screens {
  private static final Path FOLDER = Path.of("target/screens");
  private static final Path README = Path.of("../docs/screens");
  private static final Map<String, String> IN_README =
      Map.of(
          "report-light", "report",
          "review-light", "review",
          "live-shift", "shift",
          "evidence-light", "evidence",
          "today-light", "today",
          "trial-light", "trial");

  private Screens() {}

  /** Keeps what the window shows. */
  static void take(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    String there = IN_README.get(name);
    if (there != null && System.getProperty("recap.readme") != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(README.resolve(there + ".png")));
    }
  }
}
