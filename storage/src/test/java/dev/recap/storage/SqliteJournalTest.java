package dev.recap.storage;

import dev.recap.journal.Journal;
import dev.recap.journal.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
  @TempDir Path folder;
  Store store;
  SqlJournal journal;

  @BeforeEach
  void open() {
    store = Store.of(Databases.SQLITE.in(folder));
    journal = store.open("conversation-1");
  }

  @AfterEach
  void close() {
    journal.close();
    store.close();
  }

  @Override
  protected Journal journal() {
    return journal;
  }
}
