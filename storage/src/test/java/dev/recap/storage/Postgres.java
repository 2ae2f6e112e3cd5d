package dev.recap.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * A PostgreSQL server of each thread that runs tests: whoever writes anywhere on a server holds
 * back what an erasure leaves behind, so classes that run beside each other have none in common.
 */
final class Postgres {
  private static final ThreadLocal<EmbeddedPostgres> SERVER =
      ThreadLocal.withInitial(Postgres::start);
  private static final int POOLED = 8;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedPostgres server() {
    return SERVER.get();
  }

  /** The same over connections that are used again, as an application's are. */
  @SuppressWarnings("deprecation") // For want of a pool of ours.
  static DataSource pooled() {
    var pool = new PGPoolingDataSource();
    pool.setUrl(server().getJdbcUrl("postgres", create()));
    pool.setMaxConnections(POOLED);
    return pool;
  }

  /** An empty database. */
  static DataSource database() {
    return server().getDatabase("postgres", create());
  }

  private static String create() {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }
}
