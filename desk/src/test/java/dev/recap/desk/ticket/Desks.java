package dev.recap.desk.ticket;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty desks: in SQLite, or with {@code -Drecap.desk=postgresql} each in a database of a server of
 * the tests' own, so that every story of the desk can be told of both.
 */
public final class Desks {
  private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("recap.desk"));
  private static final Map<Path, String> PLACES = new ConcurrentHashMap<>();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Each takes 8 MB: what a test has left behind long ago goes. */
  private static final int MOST_STANDING = 100;

  private static final Deque<String> STANDING = new ArrayDeque<>();

  private Desks() {}

  /** Started when it is asked for first. */
  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private Server() {}

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Empty tables, made once: to copy them takes a tenth of the time. */
  private static final class Template {
    static final String NAME = made();

    private Template() {}

    private static String made() {
      String url = database();
      TicketStore.at(url, InstantSource.system()).close();
      return nameIn(url);
    }
  }

  public static TicketStore empty() {
    return empty(InstantSource.system());
  }

  public static TicketStore empty(InstantSource clock) {
    return POSTGRESQL ? TicketStore.at(withTables(), clock) : TicketStore.inMemory(clock);
  }

  /** The desk of a file, or of the database that stands for it. */
  public static TicketStore in(Path file, InstantSource clock) {
    return TicketStore.at(place(file), clock);
  }

  /** What stands for a file of a desk or of journals. */
  public static String place(Path file) {
    return POSTGRESQL
        ? PLACES.computeIfAbsent(file.getParent(), folder -> withTables())
        : file.toString();
  }

  private static String withTables() {
    String url = database("template " + Template.NAME + " strategy file_copy");
    synchronized (STANDING) {
      STANDING.addLast(nameIn(url));
      if (STANDING.size() > MOST_STANDING) {
        say("drop database " + STANDING.removeFirst() + " with (force)");
      }
    }
    return url;
  }

  /** The URL of an empty database of PostgreSQL's. */
  public static String database() {
    return database("");
  }

  static String database(String options) {
    String name = "desk_" + DATABASES.incrementAndGet();
    say("create database " + name + " " + options);
    return Server.ONE.getJdbcUrl("postgres", name);
  }

  private static String nameIn(String url) {
    return url.replaceAll(".*/|[?].*", "");
  }

  private static void say(String sql) {
    try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a server has the tables' files, with all that was written so far; empty for SQLite. */
  public static Optional<Path> files(TicketStore desk) {
    return desk.besides(handle -> {
      if (Dialect.of(handle) == Dialect.SQLITE) {
        return Optional.empty();
      }
      handle.execute("checkpoint");
      return handle
          .createQuery(
              "select current_setting('data_directory') || '/base/' || oid from pg_database where datname = current_database()")
          .mapTo(String.class)
          .map(Path::of)
          .findOne();
    });
  }

  /** From now on the database refuses rows of a table, as if the process died there. */
  public static void refuse(TicketStore desk, String table, String when) {
    desk.besides(handle -> {
      boolean sqlite = Dialect.of(handle) == Dialect.SQLITE;
      if (!sqlite) {
        handle.execute(
            "create or replace function killed() returns trigger language plpgsql as 'begin raise exception ''killed''; end'");
      }
      return handle.execute(
          sqlite
              ? "create trigger dies before insert on %s when %s begin select raise(abort, 'killed'); end"
                  .formatted(table, when)
              : "create trigger dies before insert on %s for each row when (%s) execute function killed()"
                  .formatted(table, when));
    });
  }

  /** From now on it takes them again. */
  public static void takeAgain(TicketStore desk, String table) {
    desk.besides(handle ->
        handle.execute(
            Dialect.of(handle) == Dialect.SQLITE
                ? "drop trigger dies"
                : "drop trigger dies on " + table));
  }
}
