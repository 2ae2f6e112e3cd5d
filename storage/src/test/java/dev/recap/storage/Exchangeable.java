package dev.recap.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/** A data source that becomes another one, also for those who keep a connection of it. */
final class Exchangeable extends SQLiteDataSource {
  private SQLiteDataSource now;
  private Connection last;

  Exchangeable(SQLiteDataSource first) {
    this.now = first;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    last = now.getConnection();
    return last;
  }

  synchronized void exchange(SQLiteDataSource other) {
    now = other;
    try {
      last.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
