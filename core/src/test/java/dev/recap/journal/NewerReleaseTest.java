package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.JournalException.Reason;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a later release writes is read as far as it can be, and else its name is said. */
class NewerReleaseTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
  }

  /** Writes the lines with their checksums, as docs/journal.md says. */
  private void lines(String header, String... entries) throws Exception {
    var text = new StringBuilder(sealed("", header));
    for (String entry : entries) {
      text.append(sealed("some-id", entry));
    }
    put(file, text.toString().getBytes(UTF_8));
  }

  private static String sealed(String id, String start) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest((id + "\n" + start).getBytes(UTF_8));
    return "%s,\"sum\":\"%s\"}\n".formatted(start, HexFormat.of().formatHex(sum, 0, 8));
  }

  private static final String HEADER =
      "{\"format\":\"recap-journal\",\"version\":1,\"id\":\"some-id\"";
  private static final String ENDED =
      "{\"seq\":0,\"durable\":0,\"data\":{\"entry\":\"run-ended\",\"outcome\":\"Answered\"}";

  @Test
  void theFormatCanBeWrittenByHand() throws Exception {
    lines(HEADER, ENDED);

    assertThat(read(file)).containsExactly(new RunEnded("Answered"));
  }

  @Test
  void unknownFieldsArePassedOver() throws Exception {
    lines(
        HEADER + ",\"host\":\"a\"",
        ENDED + ",\"at\":\"noon\"",
        "{\"seq\":1,\"key\":{\"a\":[1]},\"durable\":1,\"data\":{\"entry\":\"run-ended\",\"why\":{\"a\":[1]},\"outcome\":\"Answered\"}");

    assertThat(read(file)).containsExactly(new RunEnded("Answered"), new RunEnded("Answered"));
    write(file, List.of(new RunEnded("Cancelled")));
    assertThat(read(file)).hasSize(3);
  }

  @Test
  void anUnknownEntryIsNamedWithItsLine() throws Exception {
    lines(HEADER, ENDED, "{\"seq\":1,\"durable\":1,\"data\":{\"entry\":\"teleported\"}");

    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER))
        .hasMessageStartingWith(
            "line 3 of %s is undamaged, but a newer release wrote it:".formatted(file))
        .hasMessageContaining("teleported");
  }

  @Test
  void aNewFormatIsNeitherReadNorWritten() throws Exception {
    lines("{\"format\":\"recap-journal\",\"version\":2,\"all\":\"different\"", "{\"x\":0");
    byte[] before = bytes(file);

    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER))
        .hasMessage(
            "%s has format version 2: a newer release wrote it, this one knows version 1"
                .formatted(file));
    assertThatThrownBy(() -> JsonLinesJournal.open(file)).hasMessageContaining("version 2");
    assertThat(bytes(file)).isEqualTo(before);
  }
}
