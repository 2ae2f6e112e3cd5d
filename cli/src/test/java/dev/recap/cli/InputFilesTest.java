package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "demo --input DIR/holes.csv, --input, 268435456",
    "demo --prices DIR/holes.json, --prices, 16777216",
    "demo --summary-prompt DIR/holes.txt, --summary-prompt, 16777216",
    "lab replay DIR/holes.jsonl, FILE, 268435456",
    "lab replay --tools DIR/holes.json DIR/fine.jsonl, --tools, 16777216",
    "lab injection DIR/holes.jsonl, FILE, 268435456",
    "lab retail DIR/holes.jsonl, FILE, 268435456"
  })
  void farTooLargeAreRefusedByOptionSizeAndLimitBeforeAnythingRuns(
      String words, String option, long most) throws IOException {
    Files.writeString(dir.resolve("fine.jsonl"), "{}");
    for (String name : new String[] {"holes.csv", "holes.json", "holes.jsonl", "holes.txt"}) {
      try (var hole = new RandomAccessFile(dir.resolve(name).toFile(), "rw")) {
        hole.setLength(300L << 20);
      }
    }

    assertThat(run(words)).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("recap: " + option + " is " + dir)
        .contains("314,572,800 bytes, but at most %,d were expected".formatted(most))
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --prices DIR/gone.json",
        "demo --summary-prompt DIR/gone.txt",
        "demo --input DIR/gone.csv",
        "demo --tickets 1 --run recap --quiet --report DIR/gone/report.html",
        "lab replay DIR/gone.jsonl",
        "lab injection DIR/gone.jsonl",
        "lab retail DIR/gone.jsonl",
        "lab replay --tools DIR/gone.json DIR/gone.jsonl",
        "lab account --tickets 2 --json DIR/gone/found.json"
      })
  void thatAreNotThereAreUnusableInputNamedInOneLine(String words) {
    assertThat(run(words)).isEqualTo(2);

    assertThat(err.toString().lines().filter(line -> line.startsWith("recap: ")))
        .singleElement()
        .asString()
        .contains("gone");
  }

  private int run(String words) {
    return RecapCommand.run(
        new PrintWriter(out),
        new PrintWriter(err),
        words.replace("DIR", dir.toString()).split(" "));
  }
}
