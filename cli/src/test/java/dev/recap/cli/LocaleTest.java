package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the machine stands: no point for a comma, no other digits, no other letters. */
@Isolated("the default locale is the whole JVM's")
class LocaleTest {
  private static final Locale BEFORE = Locale.getDefault();

  @TempDir private static Path dir;
  private static String expected;

  @BeforeAll
  static void playWithoutAny() throws IOException {
    Locale.setDefault(Locale.ROOT);
    expected = printedAndDrawn();
  }

  @AfterEach
  void back() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "fr-CH", "ar-EG-u-nu-arab", "tr-TR"})
  void theSameIsPrintedAndDrawn(String machine) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(machine));
    assertThat(printedAndDrawn()).isEqualTo(expected);
    assertThat(expected).contains("input     1,571", "$0.0", " 0.0 %", "recap  ");
  }

  private static String printedAndDrawn() throws IOException {
    Path page = dir.resolve("page.html");
    String demo = "demo --explain --tickets 1 --run baseline --run recap --report " + page;
    String faults =
        "lab faults --tickets 1 --strategy recap --agent obedient --schedule sequential"
            + " --summarizer lying --turn 3 --rows";
    return Ran.recap(demo.split(" ")).out()
        + Files.readString(page)
        + Ran.recap(faults.split(" ")).out();
  }
}
