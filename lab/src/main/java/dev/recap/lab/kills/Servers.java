package dev.recap.lab.kills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the journals of scenes are kept: in a file, in SQLite, or on a PostgreSQL of its own, which
 * has the tickets, too.
 */
final class Servers implements AutoCloseable {
  private final Kind kind;
  private final @Nullable EmbeddedPostgres postgres;

  /** What keeps the journal. */
  enum Kind {
    FILE,
    SQLITE,
    POSTGRESQL;

    static Kind parse(String name) {
      for (Kind kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "store is '%s', but must be file, sqlite or postgresql".formatted(name));
    }
  }

  Servers(Kind kind) throws IOException {
    this.kind = kind;
    this.postgres = kind == Kind.POSTGRESQL ? start() : null;
  }

  /** As one that is meant to last: what was committed is on the disk. */
  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }

  Scene scene(Path folder, int number) {
    return new Scene(
        folder,
        switch (kind) {
          case FILE -> "";
          case SQLITE -> folder.resolve("recap.db").toString();
          case POSTGRESQL -> database("kills_" + number);
        });
  }

  private String database(String name) {
    if (postgres == null) {
      throw new IllegalStateException("no server runs");
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made: " + e.getMessage(), e);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  @Override
  public void close() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}
