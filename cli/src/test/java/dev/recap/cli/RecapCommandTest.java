package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right and wrong usage. */
class RecapCommandTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tickets 0 | tickets is 0, but must be 1 or more",
        "--threshold 0 | threshold is 0, but must be 1 or more",
        "--run melt | run is 'melt', but must be one of baseline, tutorial",
        "--stages melt | stage is 'melt', but must be one of fold, forget-thinking, clear-tool-results, summarize, provider-summary, trim",
        "--summary-mode melt | summary mode 'melt' is not known",
        "--model gpt | model is 'gpt', but must be simulator or anthropic:NAME",
        "--summary-prompt /nowhere/at/all | summary-prompt is /nowhere/at/all",
        "--input /nowhere/at/all.csv | /nowhere/at/all.csv",
      })
  void namesTheFieldTheValueAndWhatWasExpectedAndExitsWith2(String options, String message) {
    String[] words = ("demo " + options.strip()).split(" ");

    Ran ran = Ran.recap(words);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message.strip());
    assertThat(ran.out()).doesNotContain("Turn ");
  }

  @Test
  void anUnknownOptionExitsWith2() {
    assertThat(Ran.recap("demo", "--melt").exit()).isEqualTo(2);
    assertThat(Ran.recap().exit()).isEqualTo(2);
  }

  @Test
  void aFileWithOneBadRowImportsNothingAndSaysWhichLine() throws IOException {
    Path file = dir.resolve("tickets.jsonl");
    Files.writeString(file, "{\"description\":\"It is dark.\"}\n{\"subject\":\"no text\"}\n");

    Ran ran = Ran.recap("demo", "--input", file.toString(), "--tickets", "1");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("2").contains("description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo", "simulator", "tools"})
  void everyCommandHasHelp(String command) {
    Ran ran = Ran.recap((command + " --help").strip().split(" "));

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: recap");
  }

  @Test
  void aMissingKeyIsOneLineWithWhatToDo() {
    Ran ran = Ran.recap("demo", "--model", "anthropic:claude-sonnet-5-5");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("set ANTHROPIC_API_KEY").contains(".env");
  }
}
