package dev.recap.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database. Everything that writes is one transaction, and begins with a statement that writes,
 * so that two of them meet in a queue and not in a deadlock.
 *
 * <p>Whoever asks waits while a platform thread does the work: SQLite would pin a virtual one, and
 * an interruption of one would close PostgreSQL's socket in the middle of a COMMIT. SQLite has one
 * thread and one connection; on PostgreSQL each transaction takes a connection from the data source
 * and gives it back.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final DataSource source;
  private final Dialect dialect;
  private final Duration patience;
  private final ExecutorService threads;
  private @Nullable Connection kept;

  /** What is done with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** The same without a result. */
  interface Act {
    void run(Connection connection) throws SQLException;
  }

  /** The answer to a COMMIT was lost: it may or may not stand. */
  static final class LostCommit extends SQLException {
    private static final long serialVersionUID = 1L;

    LostCommit(SQLException cause) {
      super("nobody knows whether it was committed: " + cause.getMessage(), cause);
    }
  }

  private Database(DataSource source, Dialect dialect, Duration patience) {
    this.patience = patience;
    this.source = source;
    this.dialect = dialect;
    var daemons = Thread.ofPlatform().daemon().name("recap-storage-", 1).factory();
    this.threads =
        dialect == Dialect.SQLITE
            ? Executors.newSingleThreadExecutor(daemons)
            : Executors.newCachedThreadPool(daemons);
  }

  /**
   * Finds out which one it is.
   *
   * @param patience how long a statement waits for what others hold
   */
  static Database of(DataSource source, Duration patience) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Dialect dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
      return new Database(source, dialect, patience);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * Does work that writes, in one transaction.
   *
   * @throws LostCommit when it may have been committed
   * @throws SQLException when it was not
   */
  <T> T write(Work<T> work) throws SQLException {
    return onThread(() -> with(connection -> transaction(connection, work)));
  }

  /** The same without a result. */
  void change(Act act) throws SQLException {
    write(connection -> {
      act.run(connection);
      return true;
    });
  }

  /** Does work that only reads. */
  <T> T read(Work<T> work) throws SQLException {
    return onThread(() -> with(work));
  }

  /** A connection for work that commits by itself; who takes it closes it. */
  Connection own() throws SQLException {
    Connection connection = source.getConnection();
    try {
      prepare(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private <T> T with(Work<T> work) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      Connection connection = source.getConnection();
      try {
        return work.run(connection);
      } finally {
        giveBack(connection);
      }
    }
    try {
      return work.run(kept());
    } catch (SQLException | RuntimeException e) {
      // What state it is in nobody knows; the next work begins with another.
      drop();
      throw e;
    }
  }

  /** Whatever the work came to stands: that its connection cannot be closed says nothing of it. */
  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("a connection could not be given back", e);
    }
  }

  private <T> T transaction(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T result;
    try {
      limitWaiting(connection);
      result = work.run(connection);
    } catch (SQLException | RuntimeException | Error e) {
      rollback(connection, e);
      throw e;
    }
    try {
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new LostCommit(e);
    }
    return result;
  }

  /** Whoever holds a row for longer than this has an error coming to those who want it. */
  private void limitWaiting(Connection connection) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      try (Statement limit = connection.createStatement()) {
        limit.execute("SET LOCAL lock_timeout = " + patience.toMillis());
      }
    }
  }

  /** Closing it without a commit undoes as much, so a failure here hides nothing. */
  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private Connection kept() throws SQLException {
    if (kept == null || kept.isClosed()) {
      kept = own();
    }
    return kept;
  }

  private void prepare(Connection connection) throws SQLException {
    if (dialect == Dialect.SQLITE) {
      try (Statement pragma = connection.createStatement()) {
        pragma.execute("PRAGMA busy_timeout = " + patience.toMillis());
        pragma.execute("PRAGMA journal_mode = WAL");
        pragma.execute("PRAGMA synchronous = FULL");
        pragma.execute("PRAGMA secure_delete = ON");
      }
    }
  }

  private void drop() {
    Connection old = kept;
    kept = null;
    if (old != null) {
      giveBack(old);
    }
  }

  /** Waits whether or not the caller is interrupted: half done is not what it would get. */
  private <T> T onThread(Call<T> call) throws SQLException {
    Future<T> future = threads.submit(call::run);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private interface Call<T> {
    T run() throws SQLException;
  }

  private static SQLException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof SQLException failure ? failure : new SQLException(cause);
  }

  @Override
  public void close() throws SQLException {
    if (threads.isShutdown()) {
      return;
    }
    onThread(() -> {
      drop();
      return true;
    });
    threads.shutdown();
  }
}
