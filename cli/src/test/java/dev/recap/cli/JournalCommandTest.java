package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.journal.Decided;
import dev.recap.journal.RunStarted;
import dev.recap.storage.SqlJournal;
import dev.recap.storage.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals go from store to store as files, and say who did what. */
class JournalCommandTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aConversation() {
    try (Store store = Store.sqlite(folder.resolve("one.db"));
        SqlJournal journal = store.open("c-1")) {
      journal.append(new RunStarted("run-1", NOON));
      journal.append(new Decided(1, "call-1", new Decided.Word(true, "", "Ann \u001b[2J", NOON)));
    }
  }

  private int recap(String store, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "journal";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--store";
    all[words.length + 2] = folder.resolve(store).toString();
    return RecapCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  @Test
  void whatIsExportedFromOneStoreIsImportedIntoAnother() {
    String file = folder.resolve("c.jsonl").toString();

    assertThat(recap("one.db", "export", "c-1", file)).isZero();
    assertThat(recap("two.db", "import", "copy", file)).isZero();
    assertThat(out.toString()).contains("2 entries of 'c-1', to", "2 entries of 'copy', from");
    assertThat(recap("two.db", "import", "copy", file)).isEqualTo(1);
    assertThat(err.toString()).contains("'copy' has 2 entries already");
    assertThat(recap("one.db", "export", "c-1", file)).isEqualTo(1);
    assertThat(err.toString()).contains("is there already");
  }

  @Test
  void anAuditIsALineForEachDeed() throws Exception {
    assertThat(recap("one.db", "audit", "c-1")).isZero();
    assertThat(out.toString()).contains("2026-11-29T12:00:00Z", "approved", "call-1", "Ann ?[2J");

    out.getBuffer().setLength(0);
    assertThat(recap("one.db", "audit", "c-1", "--json")).isZero();
    JsonNode lines = new ObjectMapper().readTree(out.toString());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).get("what").asText()).isEqualTo("approved");
  }

  @Test
  void withoutAnActionItSaysWhichThereAre() {
    assertThat(RecapCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), "journal"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Export, import or audit?");
  }
}
