package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the machine stands: no point for a comma, no other digits, no other letters. */
@Isolated("the default locale is the whole JVM's")
class LocaleTest {
  private final Locale before = Locale.getDefault();

  @TempDir private Path dir;

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "fr-CH", "ar-EG-u-nu-arab", "tr-TR"})
  void theSameIsPrintedAndDrawn(String machine) throws IOException {
    Locale.setDefault(Locale.ROOT);
    String expected = printedAndDrawn();

    Locale.setDefault(Locale.forLanguageTag(machine));
    assertThat(printedAndDrawn()).isEqualTo(expected);
    assertThat(expected).contains("input     1,571", "$0.0", " 0.0 %", "recap  ");
  }

  private String printedAndDrawn() throws IOException {
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
