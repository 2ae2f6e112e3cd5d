package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.names;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.JournalException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A write that fails, a plug that is pulled: what was promised stands, and nothing else is lost.
 */
class CrashTest {
  private static final List<Entry> THREE =
      List.of(
          new RunEnded("one"), new UserSaid("zw\u00f6lf \ud83d\ude80", false), new RunEnded(""));

  @TempDir private Path folder;
  private final FaultyDisk disk = new FaultyDisk();
  private Path file;

  @BeforeEach
  void nameTheFile() throws IOException {
    file = folder.toRealPath().resolve("journal.jsonl");
  }

  private JsonLinesJournal open() {
    return JsonLinesJournal.open(file, disk, () -> "some-id");
  }

  private List<Entry> reopened() {
    try (var journal = JsonLinesJournal.open(file)) {
      return journal.entries();
    }
  }

  private static void refuses(Journal journal, Reason reason, String words) {
    assertThatThrownBy(() -> journal.append(new RunEnded("more")))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(words);
  }

  @Test
  void aFailedSyncIsTheLastThingThatAJournalDoes() {
    try (var journal = open()) {
      journal.append(THREE);
      disk.syncsFail(true);
      refuses(journal, Reason.IO, "cannot append to journal " + file);
      disk.syncsFail(false);
      refuses(journal, Reason.CLOSED, "an append failed, and only opening it again tells what is");
      assertThat(journal.size()).isEqualTo(3);
      assertThat(journal.entries()).isEqualTo(THREE);
    }

    // It may be on the disk or not, and this time it is.
    assertThat(reopened()).hasSize(4).startsWith(THREE.toArray(Entry[]::new));
  }

  @Test
  void aFullDiskTearsALineThatIsSetAsideWhenTheJournalIsOpenedAgain() throws IOException {
    try (var journal = open()) {
      journal.append(THREE);
      disk.fullAfter(10);
      refuses(journal, Reason.IO, "No space left on device");
      disk.fullAfter(Long.MAX_VALUE);
      refuses(journal, Reason.CLOSED, "an append failed");
      assertThat(journal.setAside()).isEmpty();
    }

    List<Entry> read = new ArrayList<>();
    assertThat(JsonLinesJournal.read(file, 0, read::add)).isEqualTo(10);
    assertThat(read).isEqualTo(THREE);
    try (var again = open()) {
      assertThat(again.entries()).isEqualTo(THREE);
      assertThat(new String(bytes(again.setAside().orElseThrow()), UTF_8))
          .isEqualTo("{\"seq\":3,\"");
      again.append(new RunEnded("four"));
    }
    assertThat(read(file)).hasSize(4);
  }

  /** Whatever is torn off the last line, its end included, the ones before it stand. */
  @Test
  void aCutAtEachByteLeavesTheLinesBeforeItAndAWholeLineWithoutItsEnd() {
    write(file, THREE);
    byte[] whole = bytes(file);
    int header = new String(whole, UTF_8).indexOf('\n') + 1;

    for (int cut = header; cut <= whole.length; cut++) {
      put(file, Arrays.copyOf(whole, cut));
      String text = new String(whole, 0, cut, UTF_8);
      int ended = (int) text.chars().filter(c -> c == '\n').count() - 1;
      boolean wholeWithoutEnd = cut < whole.length && whole[cut] == '\n';
      int stand = ended + (wholeWithoutEnd ? 1 : 0);

      try (var journal = JsonLinesJournal.open(file)) {
        assertThat(journal.entries()).isEqualTo(THREE.subList(0, stand));
        assertThat(journal.setAside().isPresent())
            .isEqualTo(!wholeWithoutEnd && !text.endsWith("\n"));
        journal.append(new RunEnded("on"));
      }
      assertThat(read(file)).hasSize(stand + 1).endsWith(new RunEnded("on"));
    }
  }

  /** Where nothing was promised yet nothing is in the way of a new start. */
  @Test
  void aFailureWhileItIsMadeLeavesAJournalOrNone() {
    for (int acts = 0; ; acts++) {
      file = folder.resolve("journal-" + acts);
      disk.failsAfter(acts);
      try (var journal = open()) {
        journal.append(THREE);
      } catch (JournalException e) {
        assertThat(e.reason()).isEqualTo(Reason.IO);
      }
      boolean failed = disk.hasFailed();
      disk.failsAfter(Integer.MAX_VALUE);
      try (var journal = open()) {
        assertThat(journal.size()).isIn(0L, 3L);
        journal.append(THREE);
      }
      assertThat(read(file)).endsWith(THREE.toArray(Entry[]::new));
      if (!failed) {
        assertThat(acts).isGreaterThan(5);
        return;
      }
    }
  }

  /** Cutting off comes after the copy is safe. */
  @Test
  void aFailureWhileATornLineIsSetAsideLosesNothing() {
    for (int acts = 0; ; acts++) {
      file = folder.resolve("journal-" + acts);
      write(file, THREE);
      byte[] torn = Arrays.copyOf(bytes(file), bytes(file).length - 7);
      put(file, torn);
      disk.failsAfter(acts);
      try (var journal = open()) {
        assertThat(journal.size()).isEqualTo(2);
      } catch (JournalException e) {
        assertThat(e.reason()).isEqualTo(Reason.IO);
      }
      boolean failed = disk.hasFailed();
      disk.failsAfter(Integer.MAX_VALUE);

      boolean cut = bytes(file).length < torn.length;
      boolean kept = names(folder).stream().anyMatch(n -> n.startsWith(name() + ".set-aside-"));
      assertThat(!cut || kept).isTrue();
      assertThat(reopened()).isEqualTo(THREE.subList(0, 2));
      if (!failed) {
        assertThat(acts).isGreaterThan(4);
        return;
      }
    }
  }

  private String name() {
    return file.getFileName().toString();
  }
}
