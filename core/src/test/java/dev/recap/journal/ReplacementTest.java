package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Media;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.JournalException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other entries take the place of all, and no byte of the old ones is left beside the journal. */
class ReplacementTest {
  private static final String WORD = "Winterbottom";
  private static final Media SHARED = text("a plan of the garden");
  private static final Media PRIVATE = text("a letter to " + WORD);
  private static final List<Entry> OLD =
      List.of(
          new UserSaid("Write.", true, List.of(SHARED)),
          answered("c1", "to " + WORD, PRIVATE),
          answered("c2", "the plan", SHARED),
          new RunEnded("Answered"));
  private static final List<Entry> NEW =
      List.of(
          OLD.getFirst(),
          answered("c1", "[erased]"),
          OLD.get(2),
          OLD.get(3),
          new RunEnded("replaced"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() throws IOException {
    file = folder.toRealPath().resolve("run.jsonl");
  }

  private static Media text(String words) {
    return Media.of("text/plain", words.getBytes(UTF_8));
  }

  private static Entry answered(String callId, String said, Media... shown) {
    var result = new ToolResult(callId, said, false, List.of(shown));
    return new Answered(result, said, Standing.CONFIRMED, null, null);
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void nothingOfItIsLeft() {
    assertThat(files())
        .noneMatch(file -> new String(bytes(file), ISO_8859_1).contains(WORD))
        .noneMatch(file -> file.getFileName().toString().contains(PRIVATE.sha256()))
        .anyMatch(file -> file.getFileName().toString().equals(SHARED.sha256()));
  }

  @Test
  void leavesNoByteOfTheOldOnesInAnyFile() throws IOException {
    JournalFiles.write(file, OLD);
    byte[] whole = bytes(file);
    put(file, Arrays.copyOf(whole, whole.length - 9));
    put(folder.resolve("run.jsonl.new-1234"), WORD.getBytes(UTF_8));
    try (var journal = JsonLinesJournal.open(file)) {
      journal.append(OLD.getLast());
      assertThat(journal.setAside()).isPresent();
      put(journal.setAside().orElseThrow(), WORD.getBytes(UTF_8));
      journal.replace(NEW);

      nothingOfItIsLeft();
      assertThat(files()).hasSize(3);
      journal.append(new RunEnded("on"));
      assertThat(journal.entries()).startsWith(NEW.toArray(Entry[]::new)).hasSize(6);
    }
    assertThat(read(file)).hasSize(6).endsWith(new RunEnded("on"));
  }

  @Test
  void leavesAloneWhatBelongsToOtherJournals() {
    JournalFiles.write(file, OLD);
    List<String> others =
        List.of("run.jsonl.new-year.jsonl", "my-run.jsonl.new-1", "run.jsonl.set-aside-", "other");
    others.forEach(name -> put(folder.resolve(name), WORD.getBytes(UTF_8)));
    try (var journal = JsonLinesJournal.open(file)) {
      journal.replace(NEW);
    }

    assertThat(JournalFiles.names(folder)).containsAll(others);
  }

  @Test
  void canBeReadByThoseWhoBeganBefore() {
    JournalFiles.write(file, OLD);
    try (var journal = JsonLinesJournal.open(file)) {
      var seen = new ArrayList<Entry>();
      journal.read(
          0,
          entry -> {
            if (seen.isEmpty()) {
              journal.replace(NEW);
            }
            seen.add(entry);
          });

      assertThat(seen).isEqualTo(OLD);
      assertThat(journal.entries()).isEqualTo(NEW);
    }
  }

  @Test
  void isRefusedWhereSomebodyElseChangedTheFile() {
    JournalFiles.write(file, OLD);
    try (var journal = JsonLinesJournal.open(file)) {
      put(file, Arrays.copyOf(bytes(file), bytes(file).length - 1));

      assertThatThrownBy(() -> journal.replace(NEW))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHANGED));
    }
    assertThat(read(file)).isEqualTo(OLD);
  }

  @Test
  void isNoticedAsDamageLikeAnythingElseThatWasPromised() {
    JournalFiles.write(file, OLD);
    try (var journal = JsonLinesJournal.open(file)) {
      journal.replace(NEW);
    }
    byte[] bytes = bytes(file);
    bytes[new String(bytes, ISO_8859_1).indexOf("[erased]")]++;
    put(file, bytes);

    assertThatThrownBy(() -> JsonLinesJournal.repair(file))
        .hasMessageContaining("a later one says that it was on the disk");
  }

  /** Whatever fails, and whatever of the last write is lost with the power. */
  @Test
  void standsWholeOrNotAtAllAfterEachFailureAndIsBroughtToItsEnd() {
    for (int acts = 0; ; acts++) {
      file = folder.resolve("run-" + acts + ".jsonl");
      var disk = new FaultyDisk();
      try (var journal = JsonLinesJournal.open(file, disk, () -> "some-id")) {
        OLD.forEach(journal::append);
        disk.failsAfter(acts);
        replaceOrFail(journal);
      }
      boolean failed = disk.hasFailed();
      disk.failsAfter(Integer.MAX_VALUE);
      disk.crash(file, 0);

      List<Entry> stand = read(file);
      assertThat(stand).isIn(OLD, NEW);
      try (var again = JsonLinesJournal.open(file)) {
        assertThat(again.entries()).isEqualTo(stand);
        if (stand.equals(NEW)) {
          nothingOfItIsLeft();
        }
        again.replace(NEW);
      }
      nothingOfItIsLeft();
      assertThat(JournalFiles.names(folder))
          .filteredOn(n -> n.startsWith(name()))
          .containsExactly(name(), name() + ".lock", name() + ".media");
      clear();
      if (!failed) {
        assertThat(acts).isGreaterThan(15);
        return;
      }
    }
  }

  private String name() {
    return file.getFileName().toString();
  }

  private void clear() {
    for (Path each : files()) {
      try {
        Files.delete(each);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void replaceOrFail(JsonLinesJournal journal) {
    try {
      journal.replace(NEW);
    } catch (JournalException e) {
      assertThat(e.reason()).isIn(Reason.IO, Reason.REFUSED);
    }
  }
}
