package dev.recap.lab.crashes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to a real database: used again where opening one is dear. For any thread. */
final class Connections implements AutoCloseable {
  private final DataSource source;
  private final @Nullable Queue<Connection> idle;

  private Connections(DataSource source, @Nullable Queue<Connection> idle) {
    this.source = source;
    this.idle = idle;
  }

  /** Each is opened anew. */
  static Connections anew(DataSource source) {
    return new Connections(source, null);
  }

  /** Those that are given back clean are used again. */
  static Connections pooled(DataSource source) {
    return new Connections(source, new ConcurrentLinkedQueue<>());
  }

  Connection take() throws SQLException {
    Connection kept = idle == null ? null : idle.poll();
    return kept == null ? source.getConnection() : kept;
  }

  /**
   * Takes one back.
   *
   * @param well whether whoever had it is alive
   */
  void give(Connection connection, boolean well) throws SQLException {
    if (idle != null && well && !connection.isClosed() && connection.getAutoCommit()) {
      idle.add(connection);
    } else {
      connection.close();
    }
  }

  /** Says something to the database, as somebody else could. */
  void say(String sql) {
    try {
      Connection connection = take();
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } finally {
        give(connection, true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the experiment said no to " + sql, e);
    }
  }

  @Override
  public void close() {
    if (idle != null) {
      for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
        try {
          kept.close();
        } catch (SQLException e) {
          throw new IllegalStateException("a connection does not close", e);
        }
      }
    }
  }
}
