package dev.recap.desk.ticket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** The tables in a file of SQLite's, or in memory. */
final class SqliteTables implements DeskTables {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final String MIGRATIONS = "classpath:dev/recap/desk/ticket/sqlite";
  static final String HISTORY_TABLE = "desk_schema_history";
  private static final String MAIN = "main";

  private final Connection kept;

  private SqliteTables(Connection kept) {
    this.kept = kept;
  }

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

  /** Those of the caller's own that are gone when they are closed. */
  static SqliteTables inMemory() {
    return new SqliteTables(of(Empty.IMAGE));
  }

  @Override
  public SqliteTables copy() {
    try {
      return new SqliteTables(of(imageOf(kept)));
    } catch (SQLException e) {
      throw new IllegalStateException("a ticket store could not be copied: " + e.getMessage(), e);
    }
  }

  @Override
  public Connection openConnection() {
    return kept;
  }

  /** Each transaction waits before it begins: its mode is immediate. */
  @Override
  public void await(Handle begun) {}

  @Override
  public void close() throws SQLException {
    kept.close();
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

  /** Those in a file, which is made when it is missing. */
  static SqliteTables file(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "a ticket store needs an existing folder, but %s is not one".formatted(folder));
    }
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return new SqliteTables(open(file.toAbsolutePath().toString(), config));
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
