package dev.recap.lab.crashes;

import dev.recap.storage.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where scenarios get their stores: a folder for files, and a PostgreSQL server of its own, which
 * starts when it is first needed and ends with it. For any thread.
 */
final class StoreHouse implements AutoCloseable {
  private final Path folder;
  private @Nullable Path template;
  private @Nullable EmbeddedPostgres server;
  private @Nullable Connections pool;

  StoreHouse() {
    try {
      folder = Files.createTempDirectory("recap-crashes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The world of one scenario, with its store. */
  World world(CrashScenario scenario, Defect defect) {
    var fate = new Fate(scenario.strikes());
    var nap = new Nap();
    CrashStore store =
        switch (scenario.work().store()) {
          case FILE -> new FileStore(below(), fate, defect);
          case SQLITE -> sqlite(scenario, fate, nap, defect);
          case POSTGRESQL -> postgresql(scenario, fate, nap, defect);
        };
    return World.of(scenario, defect, fate, nap, store);
  }

  private Path below() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  /** A scenario in which the tables are made begins without them. */
  private static boolean makesTables(CrashScenario scenario) {
    return scenario.strikes().getFirst().moment().kind() == Moment.Kind.OPENING;
  }

  private CrashStore sqlite(CrashScenario scenario, Fate fate, Nap nap, Defect defect) {
    Path file = below();
    if (!makesTables(scenario)) {
      copy(template(), file);
    }
    return new SqlStore(Connections.anew(sqlite(file)), fate, nap, defect, () -> delete(file));
  }

  private static DataSource sqlite(Path file) {
    var config = new SQLiteConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private synchronized Path template() {
    if (template == null) {
      template = folder.resolve("template.db");
      Store.sqlite(template).close();
    }
    return template;
  }

  private CrashStore postgresql(CrashScenario scenario, Fate fate, Nap nap, Defect defect) {
    if (!makesTables(scenario)) {
      return new SqlStore(pool(), fate, nap, defect, () -> {});
    }
    String schema = "s" + UUID.randomUUID().toString().replace("-", "");
    pool().say("CREATE SCHEMA " + schema);
    PGSimpleDataSource source = source();
    source.setCurrentSchema(schema);
    return new SqlStore(
        Connections.anew(source),
        fate,
        nap,
        defect,
        () -> pool().say("DROP SCHEMA " + schema + " CASCADE"));
  }

  private PGSimpleDataSource source() {
    return (PGSimpleDataSource) server().getPostgresDatabase();
  }

  private synchronized Connections pool() {
    if (pool == null) {
      pool = Connections.pooled(source());
      Store.of(source()).close();
    }
    return pool;
  }

  /** It keeps its power, so that it need not wait for its disk. */
  private synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database, and what SQLite leaves beside it; or a folder. */
  static void delete(Path file) {
    try {
      if (Files.isDirectory(file)) {
        try (Stream<Path> files = Files.walk(file)) {
          List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
          for (Path one : deepestFirst) {
            Files.delete(one);
          }
        }
      }
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
    }
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    delete(folder);
  }
}
