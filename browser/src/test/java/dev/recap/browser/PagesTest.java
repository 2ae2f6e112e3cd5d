package dev.recap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page for everybody: in light, in dark and on a phone, by the rules of WCAG 2.2 AA as far as
 * a program can tell, and nothing wider than the window. Each is kept as a picture.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final int PHONE = 390;
  private static final int PHONE_HIGH = 844;
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private FilledDesk desk;
  private Chromium chromium;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    chromium = new Chromium();
    desk = FilledDesk.in(folder, chromium);
  }

  @AfterAll
  void close() {
    chromium.close();
    desk.close();
  }

  List<Map.Entry<String, String>> pages() {
    return desk.pages();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void isThereForEverybody(Map.Entry<String, String> place) {
    Page light = chromium.window();
    look(light, place, "light");
    Page dark = chromium.window(Chromium.WIDE, Chromium.HIGH, ColorScheme.DARK);
    look(dark, place, "dark");
    Page phone = chromium.window(PHONE, PHONE_HIGH, ColorScheme.LIGHT);
    look(phone, place, "phone");
    List.of(light, dark, phone).forEach(page -> page.context().close());
  }

  private void look(Page page, Map.Entry<String, String> place, String how) {
    page.navigate(desk.at(place.getValue()));
    Screens.take(page, place.getKey() + "-" + how);
    String what = "%s, %s".formatted(place.getValue(), how);
    List<Rule> broken = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
    assertThat(broken.stream().flatMap(rule -> told(rule).stream())).as(what).isEmpty();
    assertThat(width(page)).as(what).isLessThanOrEqualTo(page.viewportSize().width);
  }

  private static List<String> told(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> "%s: %s".formatted(rule.getId(), node.getHtml()))
        .toList();
  }

  /** What does not fit would be scrolled to. */
  private static int width(Page page) {
    return ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
  }
}
