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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot beside a journal is a short cut that can be lost at any time. */
class SnapshotBesideTest {
  private static final int KEPT = 6;
  private static final List<RunEnded> ENTRIES =
      IntStream.range(0, 10).mapToObj(i -> new RunEnded("end " + i)).toList();

  @TempDir private Path folder;
  private Path file;
  private Path snapshot;

  @BeforeEach
  void keepOne() {
    file = folder.resolve("journal.jsonl");
    snapshot = folder.resolve("journal.jsonl.snapshot");
    write(file, ENTRIES);
    keep(file, KEPT);
  }

  private static void keep(Path file, long size) {
    try (var journal = JsonLinesJournal.open(file)) {
      journal.keepSnapshot(size, () -> List.of("made ".getBytes(UTF_8), "of it".getBytes(UTF_8)));
    }
  }

  private void isPassedOver() {
    try (var journal = JsonLinesJournal.open(file)) {
      assertThat(journal.snapshot()).isEmpty();
      assertThat(journal.entries()).isEqualTo(ENTRIES.subList(0, (int) journal.size()));
    }
  }

  @Test
  void isThereForTheNextOneToOpenIt() {
    try (var journal = JsonLinesJournal.open(file)) {
      assertThat(journal.snapshot())
          .hasValueSatisfying(kept -> {
            assertThat(kept.size()).isEqualTo(KEPT);
            assertThat(new String(kept.bytes(), UTF_8)).isEqualTo("made of it");
          });
      assertThat(journal.entries()).isEqualTo(ENTRIES);
      for (int from = 0; from < ENTRIES.size(); from++) {
        assertThat(JournalContract.from(journal, from))
            .isEqualTo(ENTRIES.subList(from, ENTRIES.size()));
      }
      journal.append(new RunEnded("more"));
    }
    assertThat(read(file)).hasSize(ENTRIES.size() + 1);
  }

  @Test
  void isForTheOwnerAlone() throws Exception {
    assertThat(Files.getPosixFilePermissions(snapshot))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(names(folder))
        .containsOnly("journal.jsonl", "journal.jsonl.lock", "journal.jsonl.snapshot");
  }

  @Test
  void isNotKeptByAJournalThatIsClosed() {
    var closed = JsonLinesJournal.open(file);
    closed.close();
    closed.keepSnapshot(2, List::of);

    try (var journal = JsonLinesJournal.open(file)) {
      assertThat(journal.snapshot()).map(Journal.Snapshot::size).contains((long) KEPT);
    }
  }

  @Nested
  class IsPassedOver {
    @Test
    void whereAnyByteOfItIsAnother() {
      byte[] whole = bytes(snapshot);
      for (int at = 0; at < whole.length; at++) {
        byte[] changed = whole.clone();
        changed[at] ^= 1;
        put(snapshot, changed);
        isPassedOver();
      }
    }

    @Test
    void whereItIsCutOffAnywhere() {
      byte[] whole = bytes(snapshot);
      for (int length = 0; length < whole.length; length++) {
        put(snapshot, Arrays.copyOf(whole, length));
        isPassedOver();
      }
    }

    @Test
    void whereItIsOfAnotherJournal() throws Exception {
      Path other = folder.resolve("other.jsonl");
      write(other, ENTRIES);
      keep(other, KEPT);
      Files.copy(
          folder.resolve("other.jsonl.snapshot"),
          snapshot,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      isPassedOver();
    }

    @Test
    void whereTheJournalEndsBeforeIt() {
      String[] lines = new String(bytes(file), UTF_8).split("(?<=\n)");
      put(file, String.join("", Arrays.copyOf(lines, KEPT)).getBytes(UTF_8));
      isPassedOver();
    }

    @Test
    void whereTheJournalIsAnEarlierCopyThatWentOnOtherwise() {
      String[] lines = new String(bytes(file), UTF_8).split("(?<=\n)");
      put(file, String.join("", Arrays.copyOf(lines, KEPT)).getBytes(UTF_8));
      byte[] kept = bytes(snapshot);
      var otherwise = new RunEnded("END 5");
      try (var journal = JsonLinesJournal.open(file)) {
        journal.append(otherwise);
      }
      put(snapshot, kept);
      try (var journal = JsonLinesJournal.open(file)) {
        assertThat(journal.snapshot()).isEmpty();
        assertThat(journal.entries()).hasSize(KEPT).endsWith(otherwise);
      }
    }

    @Test
    void whereNothingIsThere() throws Exception {
      Files.delete(snapshot);
      isPassedOver();
    }

    @Test
    void whereItIsNoFile() throws Exception {
      Files.delete(snapshot);
      Files.createDirectory(snapshot);
      isPassedOver();
      keep(file, KEPT);
      isPassedOver();
    }
  }

  @Test
  void goesWhenOtherEntriesTakeThePlaceOfThose() {
    try (var journal = JsonLinesJournal.open(file)) {
      journal.replace(ENTRIES.subList(1, ENTRIES.size()));
      assertThat(journal.snapshot()).isEmpty();
    }
    assertThat(names(folder)).containsOnly("journal.jsonl", "journal.jsonl.lock");
  }

  @Test
  void damageBeforeItIsNoticedByWhoeverReadsIt() {
    byte[] damaged = bytes(file);
    int at = new String(damaged, UTF_8).indexOf("end 2");
    damaged[at] = 'E';
    put(file, damaged);

    try (var journal = JsonLinesJournal.open(file)) {
      assertThat(JournalContract.from(journal, KEPT)).hasSize(ENTRIES.size() - KEPT);
      for (int from = 0; from < KEPT; from++) {
        int first = from;
        assertThatThrownBy(() -> JournalContract.from(journal, first))
            .isInstanceOfSatisfying(
                JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
            .hasMessageContaining("line 4 of");
      }
    }
  }

  @Test
  void damageBehindItIsNoticedByOpening() {
    byte[] damaged = bytes(file);
    damaged[new String(damaged, UTF_8).indexOf("end 7")] = 'E';
    put(file, damaged);

    assertThatThrownBy(() -> JsonLinesJournal.open(file)).hasMessageContaining("line 9 of");
  }
}
