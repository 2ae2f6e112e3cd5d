package dev.recap.desk.ticket;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables in a schema of a PostgreSQL database. A connection that is lost is opened anew for the
 * next transaction; the one that it was lost in fails, and nobody may know whether it was
 * committed.
 */
final class PostgresTables implements DeskTables {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTables.class);

  /** Of the desk's own, so that no other table can have the name of one of its. */
  static final String SCHEMA = "recap_desk";

  private static final String MIGRATIONS = "classpath:dev/recap/desk/ticket/postgresql";

  /** Any number that others who use the database do not wait for. */
  private static final long TURN = 0x7265_6361_7064L;

  private static final String SETTINGS =
      "set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s'";
  private static final Duration TRUSTED = Duration.ofSeconds(20);
  private static final int ANSWER_SECONDS = 5;

  /** No statement takes as long: where nothing comes, the other side is gone. */
  private static final int SILENCE_SECONDS = 60;

  private final PGSimpleDataSource source;
  private @Nullable Connection kept;
  private long used;

  private PostgresTables(PGSimpleDataSource source) {
    this.source = source;
  }

  /**
   * Those of a database, made when they are missing.
   *
   * @throws IllegalArgumentException when the text is no URL of PostgreSQL's
   * @throws IllegalStateException when the database cannot be used
   */
  static PostgresTables at(String url) {
    PGSimpleDataSource source = PostgresPlace.source(url);
    source.setCurrentSchema(SCHEMA + ",public");
    source.setTcpKeepAlive(true);
    var tables = new PostgresTables(source);
    try {
      tables.check(tables.openConnection());
      migrate(source);
      if (source.getSocketTimeout() == 0) {
        source.setSocketTimeout(SILENCE_SECONDS);
        tables.drop();
      }
      return tables;
    } catch (SQLException | FlywayException e) {
      tables.drop();
      throw new IllegalStateException(
          "%s cannot be used as a ticket store: %s".formatted(tables.name(), e.getMessage()), e);
    } catch (IllegalStateException e) {
      tables.drop();
      throw e;
    }
  }

  /** Without what the URL may have of a password. */
  private String name() {
    return "database %s on %s"
        .formatted(source.getDatabaseName(), String.join(", ", source.getServerNames()));
  }

  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select lower('Ä') = 'ä'")) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new IllegalStateException(
            "%s cannot be used as a ticket store: it knows no letters but those of ASCII; one with UTF-8 and a locale was expected, such as C.UTF-8"
                .formatted(name()));
      }
    }
  }

  private static void migrate(PGSimpleDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .schemas(SCHEMA)
        .locations(MIGRATIONS)
        .table(SqliteTables.HISTORY_TABLE)
        .load()
        .migrate();
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection open = kept;
    boolean idle = System.nanoTime() - used > TRUSTED.toNanos();
    if (open == null || open.isClosed() || (idle && !open.isValid(ANSWER_SECONDS))) {
      drop();
      open = source.getConnection();
      kept = open;
      try (Statement statement = open.createStatement()) {
        statement.execute(SETTINGS);
      }
    }
    used = System.nanoTime();
    return open;
  }

  private void drop() {
    Connection gone = kept;
    kept = null;
    if (gone != null) {
      try {
        gone.close();
      } catch (SQLException e) {
        LOG.debug("a lost connection could not be closed", e);
      }
    }
  }

  @Override
  public void await(Handle begun) {
    begun
        .createQuery("select 1 from (select pg_advisory_xact_lock(" + TURN + ")) as turn")
        .mapTo(Integer.class)
        .one();
  }

  /** PostgreSQL takes no text with a zero in it. */
  @Override
  public void prepare(Jdbi jdbi) {
    jdbi.registerArgument(
        new AbstractArgumentFactory<String>(Types.VARCHAR) {
          @Override
          protected Argument build(String value, ConfigRegistry config) {
            String text = value.replace('\0', '\uFFFD');
            return (position, statement, context) -> statement.setString(position, text);
          }
        });
  }

  @Override
  public DeskTables copy() {
    throw new IllegalStateException("only a ticket store in SQLite can be copied");
  }

  @Override
  public void close() throws SQLException {
    if (kept != null) {
      kept.close();
    }
  }
}
