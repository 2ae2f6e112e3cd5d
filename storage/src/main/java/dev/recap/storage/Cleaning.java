package dev.recap.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what was erased out of the database's files, where deleted rows live on in free pages,
 * indexes and logs. An erasure marks in its own transaction that this is still to be done; the mark
 * goes afterwards, so what a crash breaks off is done when the store is opened next.
 */
final class Cleaning {
  private static final List<String> TABLES =
      List.of(
          "recap_entry",
          "recap_conversation",
          "recap_media",
          "recap_media_use",
          "recap_snapshot",
          "recap_inbox",
          "recap_pending",
          "recap_answer");

  private static final int MOST_WAITS = 20;
  private static final String OLDER =
      """
      SELECT COUNT(*) FROM (
        SELECT backend_xmin FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND datname = current_database()
        UNION ALL SELECT backend_xid FROM pg_stat_activity WHERE pid <> pg_backend_pid()
        UNION ALL SELECT transaction FROM pg_prepared_xacts
        UNION ALL SELECT xmin FROM pg_replication_slots) AS others (since)
      WHERE since IS NOT NULL AND age(since) >= COALESCE((SELECT MIN(age(c.xmin)) FROM recap_cleaning c), 0)\
      """;

  private Cleaning() {}

  static void mark(Connection connection, String id) throws SQLException {
    NewRows.update(connection, "INSERT INTO recap_cleaning (id) VALUES (?)", id);
  }

  static boolean isMarked(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM recap_cleaning WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Does what is marked; nothing where nothing is.
   *
   * @throws SQLException when it could not be done, and is still marked
   */
  static void run(Database database) throws SQLException {
    run(database, List.of());
  }

  /**
   * The same, and as much for tables of others in the same database.
   *
   * @return false where nothing is marked: another process may have done what was, without them
   */
  static boolean run(Database database, List<String> others) throws SQLException {
    List<String> marks = database.read(Cleaning::marks);
    if (marks.isEmpty()) {
      return false;
    }
    database.read(connection -> {
      switch (database.dialect()) {
        case SQLITE -> sqlite(connection);
        case POSTGRESQL -> postgresql(connection, tables(connection, database.dialect(), others));
      }
      return true;
    });
    database.change(connection -> {
      for (String mark : marks) {
        NewRows.update(connection, "DELETE FROM recap_cleaning WHERE id = ?", mark);
      }
    });
    return true;
  }

  private static List<String> marks(Connection connection) throws SQLException {
    List<String> marks = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT id FROM recap_cleaning")) {
      while (row.next()) {
        marks.add(row.getString(1));
      }
    }
    return marks;
  }

  /** Every page is written anew, and the log, which had the old ones, is cut to nothing. */
  private static void sqlite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        if (row.next() && row.getInt(1) != 0) {
          throw new SQLException("somebody still reads what stood before");
        }
      }
    }
  }

  /**
   * Whether somebody may still look at the old rows, which would then be copied: a snapshot in this
   * database, and anywhere on the server a transaction that writes, since every snapshot that is
   * taken while it lasts reaches back before it, also the one that the tables are written anew by.
   */
  private static boolean isOlderOpen(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(OLDER)) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  /** Each table, with its indexes and large values, is written to files of its own. */
  private static void postgresql(Connection connection, List<String> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int waited = 0; isOlderOpen(statement); waited++) {
        if (waited == MOST_WAITS) {
          throw new SQLException("a transaction is open that is older than the erasure");
        }
        statement.execute("SELECT pg_sleep(0.05)");
      }
      statement.execute("VACUUM (FULL) " + String.join(", ", tables));
    }
  }

  private static List<String> tables(Connection connection, Dialect dialect, List<String> others)
      throws SQLException {
    List<String> tables = new ArrayList<>(TABLES);
    if (dialect.hasReceipts(connection)) {
      tables.add("recap_receipt");
    }
    tables.addAll(others);
    return tables;
  }
}
