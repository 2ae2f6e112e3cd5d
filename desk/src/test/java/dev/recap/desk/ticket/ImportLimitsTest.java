package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is far too much is refused by name and line, before it has been read. */
class ImportLimitsTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private final TicketImport tickets = new TicketImport(Instant.EPOCH);

  @Nested
  class AFileOf200MegabytesOfNothing {
    @ParameterizedTest
    @CsvSource({
      "holes.csv, '', line 1 is longer than",
      "holes.jsonl, '', line 1 is longer than",
      "holes.csv, 'description\nIt is dark.\n', line 3 is longer than",
      "holes.jsonl, '{\"body\": \"It is dark.\"}\n', line 2 is longer than",
      "holes.csv, 'description\n\"', line 2 is longer than"
    })
    void isRefusedAtItsFirstLineWithLittleMemory(String name, String beginning, String reason)
        throws IOException {
      Path file = Files.writeString(folder.resolve(name), beginning.replace("\\n", "\n"));
      try (var hole = new RandomAccessFile(file.toFile(), "rw")) {
        hole.setLength(200L * MEBIBYTE);
      }

      long before = allocated();
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(file))
          .withMessageStartingWith(name + ": " + reason + " 1,048,576 bytes, the most that is read")
          .withMessageEndingWith("nothing was imported");
      assertThat(allocated() - before).isLessThan(32L * MEBIBYTE);
    }

    @Test
    void isRefusedBySizeWhenItsLinesAreShort() throws IOException {
      Path file = folder.resolve("blank.csv");
      byte[] blank = "\n".repeat(MEBIBYTE).getBytes(UTF_8);
      Files.writeString(file, "description\n");
      for (int i = 0; i < 3; i++) {
        Files.write(file, blank, StandardOpenOption.APPEND);
      }

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(file))
          .withMessageStartingWith("blank.csv: has more than 2,000,000 lines");
    }
  }

  @Nested
  class AHeader {
    @Test
    void mayHaveAThousandColumns() {
      String header = columns(999) + ",description";
      String row = ",".repeat(999) + "It is dark.";

      assertThat(csv(header + "\n" + row)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 130_000})
    void ofMoreIsRefusedWithTheirNumber(int columns) {
      refused(
          columns(columns - 1) + ",description\n",
          "line 1: the header has %,d columns, but at most 1,000 were expected".formatted(columns));
    }

    @Test
    void ofMegabytesIsRefused() {
      refused(columns(500_000), "line 1 is longer than 1,048,576 bytes");
    }

    @Test
    void isRefusedWithALongNameOfWhichTheBeginningIsShown() {
      refused(
          "description," + "x".repeat(5_000),
          "line 1: the header has a name of 5,000 characters ('" + "x".repeat(40) + "...'),");
    }

    @Test
    void thatNamesAThousandColumnsAlikeSaysSoOnce() {
      refused("description" + ",a".repeat(999), "1 bad row, nothing was imported");
    }
  }

  @Nested
  class Rows {
    @Test
    void thatGoOnAndOnWithinQuotesAreRefusedWithTheLineTheyBeginOn() {
      refused(
          "description\nfine\n\"" + "and so on\n".repeat(200_000),
          "the row that begins on line 3 is longer than 1,048,576 characters");
    }

    @Test
    void withManyColumnsAreCounted() {
      refused("description\n" + ",".repeat(500_000), "has 500,001 columns, but the header has 1");
    }

    @Test
    void areRefusedWhenThereAreMoreThanAQueueHolds() {
      refused("body\n" + "x\n".repeat(100_001), "has more than 100,000 rows");
      refusedJson("{\"body\":\"x\"}\n".repeat(100_001), "has more than 100,000 rows");
      refusedJson("{}\n".repeat(100_001), "has more than 100,000 rows");
    }

    @Test
    void keepNothingOfColumnsThatTicketsDoNotHave() {
      String wide = "body,note\n" + ("x," + "n".repeat(10_000) + "\n").repeat(2_000);
      byte[] bytes = wide.getBytes(UTF_8);

      assertThat(tickets.readCsv("in.csv", bytes)).hasSize(2_000);
    }

    @Test
    void ofJsonAreRefusedWhenTheyAreMegabytes() {
      refusedJson(
          "{\"body\":\"x\"}\n{\"note\":\"" + "x".repeat(MEBIBYTE) + "\"}",
          "line 2 is longer than 1,048,576 bytes");
      refusedJson("[".repeat(500_000), "line 1: broken JSON: Document nesting depth");
    }

    @Test
    void thatAreNotUtf8AreNotCountedForEver() {
      byte[] bytes = "\n".repeat(3_000).getBytes(UTF_8);
      for (int i = 0; i < bytes.length; i += 2) {
        bytes[i] = (byte) 0xFF;
      }
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.readCsv("in.csv", bytes))
          .withMessageStartingWith("in.csv: 1000 bad rows")
          .withMessageContaining("line 1: not UTF-8 at byte 1");
    }
  }

  private void refused(String csv, String reason) {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> csv(csv))
        .withMessageStartingWith("in.csv: ")
        .withMessageContaining(reason);
  }

  private void refusedJson(String lines, String reason) {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> tickets.readJsonLines("in.jsonl", lines.getBytes(UTF_8)))
        .withMessageStartingWith("in.jsonl: ")
        .withMessageContaining(reason);
  }

  private int csv(String text) {
    return tickets.readCsv("in.csv", text.getBytes(UTF_8)).size();
  }

  private static String columns(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
