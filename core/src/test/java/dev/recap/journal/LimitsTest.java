package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.journal.file.Disk;
import dev.recap.journal.file.MediaFolder;
import dev.recap.journal.line.LineFormat;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tool's result of 20 MB was written and never read again: the reader had a limit that the writer
 * had not. What can be written can be read, and the other way round.
 */
class LimitsTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private static Answered answer(String whole) {
    return Answered.unexecuted("call-1", whole, Standing.RECEIPT, null);
  }

  private void comesBack(Entry entry) {
    write(file(), List.of(entry));
    assertThat(read(file())).endsWith(entry);
  }

  @Test
  void resultsOfManyMegabytesComeBack() {
    comesBack(answer("0123456789".repeat(2_100_000)));
  }

  @Test
  void aHalfPairAndANullCharacterComeBack() {
    comesBack(answer("\ud83d and \ude80 but \ud83d\ude80, \0, \u2028, \ufffe\r\n"));
  }

  @Test
  void longNamesAndDeepTextComeBack() {
    var opening = new Opening(new WorkItem("k".repeat(200)), 1);
    comesBack(
        new Compacted(
            "fold",
            List.of(),
            RollUp.NONE.plus(
                opening,
                List.of(new Fact("a".repeat(60_000), "b".repeat(60_000), Fact.Kind.CHOICE))),
            new Left(Set.of(), List.of(), Set.of(), 0),
            new Compacted.Report(1, 1, 1, 1, Double.NaN)));
    comesBack(answer("[".repeat(5_000)));
  }

  @Test
  void numbersAndTimesAtTheirEndsComeBack() {
    comesBack(new RunStarted("run", Instant.MAX));
    comesBack(new RunStarted("run", Instant.MIN));
    comesBack(
        new SummaryAsked(
            Long.MAX_VALUE,
            Written.NOTHING,
            null,
            Usage.NONE,
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            null));
    comesBack(
        new Weighed(
            "fold", true, new Weighed.Worth(Double.NaN, Double.NEGATIVE_INFINITY, -0.0), ""));
  }

  @Test
  void anEntryThatIsTooLongIsRefusedAndNothingOfItsListIsWritten() {
    String huge = "0123456789".repeat(7_000_000);
    write(file(), List.of(answer("before")));
    byte[] before = bytes(file());
    try (var journal = JsonLinesJournal.open(file())) {
      assertThatThrownBy(() -> journal.append(List.of(answer("small"), answer(huge))))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
          .hasMessageStartingWith(
              "entry 2 (Answered) cannot be kept, and nothing was written: it takes 140,000,")
          .hasMessageEndingWith("and the most is 134,217,728");
      assertThat(bytes(file())).isEqualTo(before);

      journal.append(answer("after"));
      assertThat(read(file())).containsExactly(answer("before"), answer("after"));
    }
  }

  @Property(tries = 100)
  void anyTextComesBack(@ForAll("anyCharacters") String text) {
    var format = new LineFormat("some-id", new MediaFolder(Path.of("none.media"), new Disk()));
    Entry entry = new Answered(new ToolResult("c", text, true), text, Standing.FAILED, null, null);
    byte[] line = format.line(7, 7, entry);

    assertThat(format.entry(line, "a line")).isEqualTo(entry);
    assertThat(new String(line, ISO_8859_1).indexOf('\n')).isEqualTo(line.length - 1);
  }

  @Provide
  Arbitrary<String> anyCharacters() {
    return Arbitraries.chars()
        .range('\0', '\uffff')
        .array(char[].class)
        .ofMaxSize(300)
        .map(String::new);
  }
}
