package dev.recap.journal;

import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a file keeps the contract, and its entries when the process has gone. */
class JsonLinesJournalTest extends JournalContract {
  @TempDir private Path folder;
  private final List<JsonLinesJournal> open = new ArrayList<>();

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  @Override
  protected JsonLinesJournal journal() {
    open.add(JsonLinesJournal.open(file()));
    return open.getLast();
  }

  @AfterEach
  void close() {
    open.forEach(JsonLinesJournal::close);
  }

  @Test
  void goesOnWhereItWasLeft() {
    write(file(), KINDS.subList(0, 3));
    write(file(), KINDS.subList(3, KINDS.size()));

    assertThat(journal().entries()).isEqualTo(KINDS);
    assertThat(read(file())).isEqualTo(KINDS);
  }

  @Test
  void isReadByOthersWhileItIsWritten() {
    JsonLinesJournal journal = journal();
    for (int i = 0; i < KINDS.size(); i++) {
      journal.append(KINDS.get(i));
      assertThat(read(file())).isEqualTo(KINDS.subList(0, i + 1));
    }
  }

  @Test
  void isReadFromASequenceOnByOthersToo() {
    write(file(), KINDS);
    List<Entry> last = new ArrayList<>();

    assertThat(JsonLinesJournal.read(file(), KINDS.size() - 2, last::add)).isZero();
    assertThat(last).isEqualTo(KINDS.subList(KINDS.size() - 2, KINDS.size()));
  }

  @Test
  void makesANewJournalOfAnEmptyFile() throws IOException {
    Files.createFile(file());
    assertThat(read(file())).isEmpty();
    write(file(), KINDS);

    assertThat(read(file())).isEqualTo(KINDS);
  }

  @Test
  void isForItsOwnerAloneAndLeavesNothingButItsLockBesideIt() throws IOException {
    write(file(), KINDS);

    assertThat(JournalFiles.names(folder)).containsExactly("journal.jsonl", "journal.jsonl.lock");
    for (String name : JournalFiles.names(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysWhichFileCannotBeReached() {
    Path nowhere = folder.resolve("no/such/folder");

    assertThatThrownBy(() -> JsonLinesJournal.open(nowhere))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IO))
        .hasMessageContaining("cannot open journal " + nowhere);
    assertThatThrownBy(() -> read(nowhere)).hasMessageContaining("cannot read journal " + nowhere);
  }

  /**
   * A cancelled run is interrupted, and still has to put on record what its tools did. A channel
   * would close under an interrupted thread.
   */
  @Test
  void isOpenedWrittenAndReadByAnInterruptedThread() {
    Thread.currentThread().interrupt();
    try (var journal = JsonLinesJournal.open(file())) {
      journal.append(new RunEnded("Cancelled"));
      assertThat(journal.entries()).hasSize(1);
      assertThatThrownBy(() -> JsonLinesJournal.open(file())).hasMessageContaining("a writer");
      assertThat(Thread.interrupted()).isTrue();
      journal.append(new RunEnded("Again"));
    } finally {
      Thread.interrupted();
    }

    assertThat(read(file())).containsExactly(new RunEnded("Cancelled"), new RunEnded("Again"));
  }

  @Test
  void saysSoWhenItIsClosedAndCanStillBeRead() {
    JsonLinesJournal journal = journal();
    journal.append(KINDS);
    journal.close();
    journal.close();

    assertThatThrownBy(() -> journal.append(new RunEnded("Answered")))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED))
        .hasMessage(file() + " takes no entry: it is closed");
    assertThat(journal.entries()).isEqualTo(KINDS);
  }

  @Test
  void letsOtherTasksOfItsThreadsGoOnWhileItWrites() throws Exception {
    JsonLinesJournal journal = journal();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(
          Thread.startVirtualThread(() -> {
            for (int j = 0; j < 10; j++) {
              journal.append(List.of(new RunEnded("a"), new RunEnded("b")));
            }
          }));
    }
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(read(file())).hasSize(160);
    assertThat(journal.entries()).isEqualTo(read(file()));
  }

  /** Frozen: journals outlive releases. What is written lies in target, to be taken on purpose. */
  @Test
  void isWrittenInTheFrozenFormat() throws IOException {
    try (var journal = JsonLinesJournal.open(file(), new Disk(), () -> "golden")) {
      journal.append(KINDS.subList(0, 2));
      KINDS.subList(2, KINDS.size()).forEach(journal::append);
    }

    Files.copy(
        file(), Path.of("target", "journal.golden.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    try (var golden = JsonLinesJournalTest.class.getResourceAsStream("/journal.golden.jsonl")) {
      assertThat(Files.readString(file())).isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
  }

  @Test
  void isReadFromTheFrozenFormat() throws IOException {
    try (var golden = JsonLinesJournalTest.class.getResourceAsStream("/journal.golden.jsonl")) {
      Files.copy(golden, file());
    }

    assertThat(read(file())).isEqualTo(KINDS);
  }
}
