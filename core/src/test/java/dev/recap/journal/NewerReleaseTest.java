package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.journal.JournalException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /** What may be null may be missing; without anything else an entry is none. */
  @Test
  void aMissingFieldIsNamed() throws Exception {
    Set<String> mayBeMissing = new TreeSet<>();
    for (Entry entry : EntryTest.everyKind()) {
      Files.deleteIfExists(file);
      write(file, List.of(entry));
      String line = new String(bytes(file), UTF_8).lines().skip(1).findFirst().orElseThrow();
      ObjectNode data = (ObjectNode) new ObjectMapper().readTree(line).get("data");
      for (ObjectNode object : objects(data)) {
        for (String name :
            List.copyOf(object.properties()).stream().map(Map.Entry::getKey).toList()) {
          JsonNode taken = object.remove(name);
          lines(HEADER, "{\"seq\":0,\"durable\":0,\"data\":" + data);
          if (isRead(name)) {
            mayBeMissing.add(name);
          }
          object.set(name, taken);
        }
      }
    }

    assertThat(mayBeMissing)
        .containsExactly(
            "about",
            "block",
            "change",
            "dollars",
            "dollarsSaved",
            "expires",
            "opening",
            "rejected",
            "worth",
            "writer");
  }

  private boolean isRead(String missing) {
    try {
      read(file);
      return true;
    } catch (JournalException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.NEWER);
      assertThat(refused).hasMessageContaining("'" + missing + "'");
      return false;
    }
  }

  /** An object and those in it, but for maps. */
  private static List<ObjectNode> objects(JsonNode in) {
    List<ObjectNode> all = new ArrayList<>();
    if (in instanceof ObjectNode object) {
      all.add(object);
    }
    for (Map.Entry<String, JsonNode> field : in.properties()) {
      if (!field.getKey().equals("counts")) {
        all.addAll(objects(field.getValue()));
      }
    }
    if (in.isArray()) {
      in.forEach(one -> all.addAll(objects(one)));
    }
    return all;
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
