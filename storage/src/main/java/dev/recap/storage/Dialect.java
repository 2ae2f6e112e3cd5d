package dev.recap.storage;

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

  /** A statement that was written with {@code {bytes}} and {@code {now}}. */
  String spell(String statement) {
    return statement.replace("{bytes}", bytes).replace("{now}", now);
  }
}
