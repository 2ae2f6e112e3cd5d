package dev.recap.storage;

import static dev.recap.storage.ErasureTest.ITEM;
import static dev.recap.storage.ErasureTest.WORD;
import static dev.recap.storage.ErasureTest.entries;
import static dev.recap.storage.ErasureTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.agent.Agent;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.testing.Story;
import dev.recap.work.IdempotencyKey;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of the receipts of an erased item the keys are left. */
class ErasedReceiptsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void takesTheTextsOfReceiptsAndKeepsTheKeysThatHoldBackARepeat(Databases database)
      throws SQLException {
    DataSource source = database.in(folder);
    Receipts.in(source);
    String key = "mail:" + "0".repeat(32);
    Databases.say(source, "INSERT INTO recap_receipt VALUES ('" + key + "', '" + WORD + "', 0)");
    try (Store store = Store.of(source);
        SqlJournal journal = store.open("c")) {
      entries().stream().map(entry -> underKey(entry, key)).forEach(journal::append);
      Agent.erase(journal, ITEM, "Pat", Story.NOON);
    }

    assertThat(texts(source, "SELECT receipt FROM recap_receipt")).containsExactly("[erased]");
    assertThat(texts(source, "SELECT idempotency_key FROM recap_receipt")).containsExactly(key);
  }

  private static Entry underKey(Entry entry, String key) {
    return entry instanceof Intended i && i.tool().equals("mail")
        ? new Intended(
            i.callId(),
            i.tool(),
            i.effect(),
            new IdempotencyKey(key),
            i.opening(),
            i.part(),
            i.at())
        : entry;
  }
}
