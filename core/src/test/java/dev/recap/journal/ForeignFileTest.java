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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A path led to something that is no journal, and its text without an end of line was cut off by
 * the first append.
 */
class ForeignFileTest {
  @TempDir private Path folder;

  private static void refuses(ThrowingCallable what, Reason reason, String words) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My thesis, without an end of line",
        "\n",
        " ",
        "{",
        "{\"format\":\"recap-journal\",\"versio",
        "{\"entry\":\"run-ended\",\"outcome\":\"Answered\"}\n",
        "{\"format\":\"another\",\"version\":1,\"id\":\"x\",\"sum\":\"0123456789abcdef\"}\n",
        "\ufeff{\"format\":\"recap-journal\",\"version\":1}\n"
      })
  void isRefusedByNameAndNotTouched(String text) {
    Path file = put(folder.resolve("notes.txt"), text.getBytes(UTF_8));
    String words = "notes.txt is not a journal and was not touched: its line 1";

    refuses(() -> JsonLinesJournal.open(file), Reason.NOT_A_JOURNAL, words);
    refuses(() -> JsonLinesJournal.repair(file), Reason.NOT_A_JOURNAL, words);
    refuses(() -> read(file), Reason.NOT_A_JOURNAL, words);

    assertThat(bytes(file)).isEqualTo(text.getBytes(UTF_8));
    assertThat(names(folder)).containsExactly("notes.txt");
  }

  @Test
  void mayBeAFolder() {
    refuses(() -> JsonLinesJournal.open(folder), Reason.NOT_A_JOURNAL, "it is a folder");
    refuses(() -> read(folder), Reason.NOT_A_JOURNAL, "it is a folder");
    assertThat(names(folder)).isEmpty();
  }

  /** Opening a pipe would wait for ever. */
  @Test
  void mayBeAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    refuses(() -> JsonLinesJournal.open(pipe), Reason.NOT_A_JOURNAL, "it is a special file");
    refuses(() -> read(pipe), Reason.NOT_A_JOURNAL, "it is a special file");
  }

  @Test
  void mayBeALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

    refuses(() -> JsonLinesJournal.open(link), Reason.NOT_A_JOURNAL, "a link to a file that");
    assertThat(names(folder)).containsExactly("link");
  }

  @Test
  void mayLieWhereTheLockShould() {
    Path lock = put(folder.resolve("journal.lock"), "My padlock's number".getBytes(UTF_8));

    refuses(
        () -> JsonLinesJournal.open(folder.resolve("journal")),
        Reason.NOT_A_JOURNAL,
        "journal.lock is not the lock of a journal and was not touched");
    assertThat(bytes(lock)).isEqualTo("My padlock's number".getBytes(UTF_8));
    assertThat(names(folder)).containsExactly("journal.lock");
  }

  /** A lock beside one name says nothing to who comes by the other. */
  @Test
  void mayBeAJournalWithTwoNames() throws IOException {
    Path file = folder.resolve("journal");
    write(file, List.of(new RunEnded("Answered")));
    Path other = Files.createLink(folder.resolve("other"), file);

    refuses(() -> JsonLinesJournal.open(other), Reason.NOT_A_JOURNAL, "several names");
    refuses(() -> JsonLinesJournal.open(file), Reason.NOT_A_JOURNAL, "several names");
    assertThat(read(other)).hasSize(1);
  }
}
