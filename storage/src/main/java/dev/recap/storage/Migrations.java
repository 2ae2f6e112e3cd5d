package dev.recap.storage;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * Brings the tables up to date. Which steps were taken stands in a table of its own, {@code
 * recap_schema}, so that it gets along with whatever migrates the application's tables.
 */
final class Migrations {
  /** The newest step, a file {@code N.sql} beside this class. */
  static final int NEWEST = 1;

  private static final long LOCK = 7_265_636_170L; // "recap" in ASCII, and no other meaning.

  private Migrations() {}

  static void run(Database database) throws SQLException {
    database.change(connection -> {
      try (Statement statement = connection.createStatement()) {
        if (database.dialect() == Dialect.POSTGRESQL) {
          statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
        statement.execute(
            "CREATE TABLE IF NOT EXISTS recap_schema (version INTEGER PRIMARY KEY, at BIGINT NOT NULL)");
        // Takes SQLite's lock before anything is read.
        statement.execute("UPDATE recap_schema SET at = at WHERE version < 0");
      }
      migrate(connection, database.dialect());
    });
  }

  private static void migrate(Connection connection, Dialect dialect) throws SQLException {
    int version = version(connection);
    if (version > NEWEST) {
      throw new JournalException(
          Reason.NEWER,
          "the database has schema version %d: a newer release made it, this one knows version %d"
              .formatted(version, NEWEST));
    }
    for (int step = version + 1; step <= NEWEST; step++) {
      execute(connection, dialect.spell(text(step + ".sql")));
      if (dialect == Dialect.POSTGRESQL) {
        // Its statistics would keep samples of texts, also of those that are erased.
        execute(connection, text(step + ".postgresql.sql"));
      }
      try (PreparedStatement done =
          connection.prepareStatement(
              dialect.spell("INSERT INTO recap_schema (version, at) VALUES (?, {now})"))) {
        done.setInt(1, step);
        done.executeUpdate();
      }
    }
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements.split(";\\s*(?:\\n|$)", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM recap_schema")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static String text(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the migration " + name + " cannot be read", e);
    }
  }
}
