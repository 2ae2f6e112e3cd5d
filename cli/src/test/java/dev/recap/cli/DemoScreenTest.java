package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** What the demo leaves behind: the last screen, and the picture or the page to look at. */
class DemoScreenTest {
  private static final int COLUMNS = 80;
  private static final int LINES = 40;

  @TempDir private static Path dir;
  private static Ran demo;
  private static Path picture;
  private static Ran wrong;
  private static String page;

  @BeforeAll
  static void play() throws IOException {
    picture = dir.resolve("chart.svg");
    demo = Ran.recap("demo", "--quiet", "--report", picture.toString());
    Path report = dir.resolve("report.html");
    wrong = Ran.recap("demo", "--quiet", "--threshold", "900", "--report", report.toString());
    page = Files.readString(report);
  }

  @Test
  void standsAloneIn80ColumnsAnd40Lines() {
    assertThat(demo.exit()).isZero();
    fits(demo);
    assertThat(demo.lines()).noneMatch(line -> line.startsWith("Turn "));
  }

  @Test
  void fitsAlsoWhenVeryMuchWentWrong() {
    fits(wrong);
    assertThat(wrong.out()).contains("looping");
  }

  private static void fits(Ran ran) {
    assertThat(ran.lines()).hasSizeLessThanOrEqualTo(LINES);
    assertThat(ran.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
  }

  @Test
  void saysWhichModelAnsweredAndNamesEachLostCall() {
    assertThat(demo.out().replaceAll("\\s+", " "))
        .contains("SIMULATED: fixed rules, not an LLM; nothing was spent")
        .containsPattern("LOST: [a-z_]+ of TICKET-\\d in turn \\d+")
        .contains("the task went out of view")
        .contains("With prompt caching recap cost")
        .contains("--summary-mode lying --threshold 2000");
  }

  /** The figures that README and docs/performance.md show. */
  @Test
  void hasTheFiguresOfTheReferenceScenario() {
    assertThat(demo.out())
        .contains(" 215,420 ")
        .contains(" 140,375 34.8%")
        .contains(" 138,446 35.7%")
        .contains(" 88,957 58.7%")
        .contains(" 83,059 61.4%");
  }

  @Test
  void theReportIsOnePageThatLoadsNothing() {
    assertThat(page)
        .contains("SIMULATED")
        .contains("What it claimed")
        .contains("What the store has")
        .contains("<svg")
        .containsPattern("LOST: [a-z_]+ in turn \\d+")
        .doesNotContain("{{")
        .doesNotContainPattern("src=|href=\"[^#]")
        .doesNotContain("<script");
  }

  @Test
  void drawsThePictureThatTheReadmeShows()
      throws IOException, ParserConfigurationException, SAXException {
    var document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("polyline").getLength()).isGreaterThan(3);
    assertThat(document.getElementsByTagName("a").getLength()).isZero();
    assertThat(Files.readString(picture))
        .as("docs/tokens-per-turn.svg is old: ./recap demo --report docs/tokens-per-turn.svg")
        .isEqualTo(Files.readString(Path.of("../docs/tokens-per-turn.svg")));
  }
}
