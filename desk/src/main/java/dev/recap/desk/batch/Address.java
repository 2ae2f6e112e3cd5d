package dev.recap.desk.batch;

import dev.recap.desk.ticket.PostgresPlace;
import dev.recap.storage.Store;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where journals and batches are kept: an SQLite file, or a PostgreSQL database by its {@code
 * jdbc:postgresql:} URL. Of the latter each transaction opens a connection: the workers of a
 * process are few, and wait for a model most of the time.
 */
public record Address(String text) {
  private static final int BUSY_MILLIS = 10_000;

  public Address {
    if (text.isBlank()) {
      throw new IllegalArgumentException("store is blank, but must be a file or a jdbc URL");
    }
    PostgresPlace.refuseOthers("store", text);
  }

  private boolean isFile() {
    return !PostgresPlace.is(text);
  }

  /** The same place with what gets into it, where this is where it lies; else as it is. */
  public String opened(String place) {
    return place.equals(PostgresPlace.withoutOptions(text)) ? text : place;
  }

  /** The store of the journals, whose writers have this process's name. */
  public Store store() {
    return named(isFile() ? Store.sqlite(Path.of(text)) : Store.of(source()));
  }

  /** The same over connections to it that somebody watches. */
  public static Store watched(DataSource source) {
    return named(Store.of(source));
  }

  private static Store named(Store store) {
    return store.withHolder(ProcessName.ofThisOne().text());
  }

  /** Connections to the same database. */
  public DataSource source() {
    if (!isFile()) {
      return PostgresPlace.source(text);
    }
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    // Two processes that both read before they write would otherwise meet in a deadlock.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var file = new SQLiteDataSource(config);
    file.setUrl("jdbc:sqlite:" + Path.of(text).toAbsolutePath());
    return file;
  }
}
