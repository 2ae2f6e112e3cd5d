package dev.recap.desk.ticket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens SQLite databases and brings their tables up to date. */
final class TicketDatabase {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final String MIGRATIONS = "classpath:dev/recap/desk/ticket/migrations";
  private static final String HISTORY_TABLE = "desk_schema_history";
  private static final String MAIN = "main";

  private TicketDatabase() {}

  /** Empty tables, made once in a process: making them takes far longer than to copy them. */
  private static final class Empty {
    static final byte[] IMAGE = image();

    private Empty() {}

    private static byte[] image() {
      // A name and a shared cache: Flyway opens connections beside the one that is kept.
      String name = "file:recap-desk?mode=memory&cache=shared";
      try (Connection made = open(name, new SQLiteConfig())) {
        return imageOf(made);
      } catch (SQLException e) {
        throw new IllegalStateException("an empty ticket store could not be made", e);
      }
    }
  }

  /** A database of the caller's own that is gone when the connection closes. */
  static Connection inMemory() {
    return of(Empty.IMAGE);
  }

  /** A database in memory with all that stands in another one. */
  static Connection copy(Connection original) {
    try {
      return of(imageOf(original));
    } catch (SQLException e) {
      throw new IllegalStateException("a ticket store could not be copied: " + e.getMessage(), e);
    }
  }

  private static byte[] imageOf(Connection database) throws SQLException {
    return database.unwrap(SQLiteConnection.class).serialize(MAIN);
  }

  private static Connection of(byte[] image) {
    var config = new SQLiteConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite::memory:");
    try {
      Connection copy = source.getConnection();
      copy.unwrap(SQLiteConnection.class).deserialize(MAIN, image);
      return copy;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "a ticket store in memory could not be opened: " + e.getMessage(), e);
    }
  }

  /** A database in a file, which is made when it is missing. */
  static Connection file(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "a ticket store needs an existing folder, but %s is not one".formatted(folder));
    }
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return open(file.toAbsolutePath().toString(), config);
  }

  private static Connection open(String name, SQLiteConfig config) {
    // Two processes that both read before they write would otherwise meet in a deadlock.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + name);
    try {
      Connection kept = source.getConnection();
      try {
        migrate(source);
        return kept;
      } catch (FlywayException e) {
        kept.close();
        throw e;
      }
    } catch (SQLException | FlywayException e) {
      throw new IllegalStateException(
          "%s cannot be used as a ticket store: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void migrate(SQLiteDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations(MIGRATIONS)
        .table(HISTORY_TABLE)
        // Others may keep tables of theirs in the same file.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
