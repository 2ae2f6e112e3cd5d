package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {
  @TempDir Path dir;

  private static RecordedRun run(String id) {
    return new TraceText(id).user("Go on.").assistant("Done.").run();
  }

  private Summaries read(String... lines) throws IOException {
    Files.write(dir.resolve("real.jsonl"), List.of(lines));
    return Summaries.read(dir);
  }

  @Test
  void aRunTakesItsOwnAndAnotherRunThoseOfOthersFromTheShortestOn() throws IOException {
    Files.writeString(dir.resolve("notes.txt"), "no summary");
    Summaries summaries =
        read(
            "{\"id\":\"a1\",\"summary\":\"middling\",\"users\":[]}",
            "",
            "{\"id\":\"b2\",\"summary\":\"short\"}",
            "{\"id\":\"c3\",\"summary\":\"the longest one\"}");

    Supplier<String> own = summaries.of(run("runs-a1"), 0);
    assertThat(Stream.generate(own).limit(2)).containsExactly("middling", "middling");
    Supplier<String> others = summaries.of(run("runs-xa1"), 1);
    assertThat(Stream.generate(others).limit(3))
        .containsExactly("middling", "the longest one", "short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON | line 2: Unrecognized token",
        "[] | line 2: field id must be a text",
        "{\"id\":\"x\"} | line 2: field summary must be a text",
        "{\"id\":\"x\",\"summary\":\" \"} | line 2: a summary must have an id and a text"
      })
  void aLineThatIsNoSummaryIsNamed(String line, String said) {
    assertThatThrownBy(() -> read("{\"id\":\"a\",\"summary\":\"b\"}", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("real.jsonl, " + said);
  }

  @Test
  void aDirectoryWithoutAnyIsNamed() {
    assertThatThrownBy(() -> Summaries.read(dir)).hasMessageContaining("holds no file .jsonl");
    assertThatThrownBy(() -> Summaries.read(dir.resolve("gone")))
        .hasMessageContaining("cannot be read");
  }
}
