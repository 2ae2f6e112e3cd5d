package dev.recap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Media;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.UserSaid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversation goes from store to store as a file of JSON lines, whole. */
class TransferTest {
  private static final Media PICTURE =
      Media.of("text/plain", "a long story".getBytes(StandardCharsets.UTF_8));
  private static final List<Entry> ENTRIES =
      Stream.concat(
              Stream.of(
                  new RunStarted("run-1", Instant.parse("2026-11-29T12:00:00Z")),
                  new UserSaid("Read this.", true, List.of(PICTURE))),
              Stream.iterate(0, i -> i < 1_200, i -> i + 1)
                  .map(i -> (Entry) new UserSaid("More " + i, false)))
          .toList();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsExportedAndImportedIsTheSame(Databases database) {
    Path file = folder.resolve("out.jsonl");
    try (Store from = Store.of(database.in(folder));
        Store to = Store.sqlite(folder.resolve("other.db"))) {
      try (SqlJournal journal = from.open("c")) {
        journal.append(ENTRIES);
      }
      assertThat(from.exportTo(file, "c")).isEqualTo(ENTRIES.size());
      assertThat(to.importFrom(file, "copy")).isEqualTo(ENTRIES.size());

      List<Entry> read = new ArrayList<>();
      to.read("copy", 0, read::add);
      assertThat(read).isEqualTo(ENTRIES);
      assertThat(((UserSaid) read.get(1)).media().getFirst().bytes())
          .isEqualTo("a long story".getBytes(StandardCharsets.UTF_8));
      try (SqlJournal journal = to.open("copy")) {
        journal.append(new RunEnded("Answered"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoreMayBeClosedTwice(Databases database) {
    Store store = Store.of(database.in(folder));
    store.close();

    assertThatNoException().isThrownBy(store::close);
  }

  @Test
  void nothingThatIsThereIsOverwritten() throws IOException {
    Path file = folder.resolve("out.jsonl");
    Files.writeString(file, "notes of mine");
    try (Store store = Store.sqlite(folder.resolve("recap.db"))) {
      try (SqlJournal journal = store.open("c")) {
        journal.append(ENTRIES.getFirst());
      }
      assertThatThrownBy(() -> store.exportTo(file, "c"))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("is there already");
      assertThat(file).hasContent("notes of mine");

      Path journal = folder.resolve("journal.jsonl");
      try (JsonLinesJournal lines = JsonLinesJournal.open(journal)) {
        lines.append(ENTRIES);
      }
      assertThatThrownBy(() -> store.importFrom(journal, "c"))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("'c' has 1 entries already");
    }
  }

  @Test
  void aFileThatIsDamagedOrCutOffIsNotImportedInPart() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    try (JsonLinesJournal lines = JsonLinesJournal.open(journal)) {
      lines.append(ENTRIES);
    }
    String text = Files.readString(journal);
    try (Store store = Store.sqlite(folder.resolve("recap.db"))) {
      for (String broken :
          List.of(text.substring(0, text.length() - 20), text.replace("More 7\"", "More 8\""))) {
        Files.writeString(journal, broken);
        assertThatThrownBy(() -> store.importFrom(journal, "c"))
            .isInstanceOf(JournalException.class);
        try (SqlJournal empty = store.open("c")) {
          assertThat(empty.size()).isZero();
        }
      }
    }
  }

  @Test
  void anAuditSaysWhoDidWhatWhenAndByWhichCall() {
    Instant at = Instant.parse("2026-11-29T12:00:00Z");
    try (Store store = Store.sqlite(folder.resolve("recap.db"));
        SqlJournal journal = store.open("c")) {
      journal.append(new RunStarted("run-1", at));
      journal.append(
          new Decided(1, "call-1", new Decided.Word(false, "too much", "Ann", at.plusSeconds(5))));
      journal.append(new RunEnded("Answered"));

      List<AuditLine> lines = new ArrayList<>();
      AuditLine.of(journal, lines::add);
      assertThat(lines)
          .containsExactly(
              new AuditLine(0, at, "run-1", "caller", "started", "", "", ""),
              new AuditLine(1, at.plusSeconds(5), "run-1", "Ann", "denied", "", "", "call-1"),
              new AuditLine(2, at.plusSeconds(5), "run-1", "agent", "ended: Answered", "", "", ""));
    }
  }
}
