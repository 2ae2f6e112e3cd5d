package dev.recap.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What two databases say differently. */
enum Dialect {
  SQLITE("BLOB", "CAST(unixepoch('subsec') * 1000 AS INTEGER)"),
  POSTGRESQL("BYTEA", "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT");

  /** The type of bytes. */
  final String bytes;

  /** The database's own clock, in milliseconds since 1970. */
  final String now;

  Dialect(String bytes, String now) {
    this.bytes = bytes;
    this.now = now;
  }

  /**
   * The one of a product, as its driver names it.
   *
   * @throws IllegalArgumentException for any other database
   */
  static Dialect of(String product) {
    return switch (product) {
      case "SQLite" -> SQLITE;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new IllegalArgumentException(
              "journals are kept in SQLite or PostgreSQL, but the data source is of '%s'"
                  .formatted(product));
    };
  }

  /** Whether the tools of this database keep {@link Receipts} in it. */
  boolean hasReceipts(Connection connection) throws SQLException {
    String tables =
        switch (this) {
          case SQLITE -> "SELECT 1 FROM sqlite_master WHERE name = 'recap_receipt'";
          case POSTGRESQL -> "SELECT 1 WHERE to_regclass('recap_receipt') IS NOT NULL";
        };
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(tables)) {
      return row.next();
    }
  }

  /** A statement that was written with {@code {bytes}} and {@code {now}}. */
  String spell(String statement) {
    return statement.replace("{bytes}", bytes).replace("{now}", now);
  }
}
