package dev.recap.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** The databases that journals are kept in, each as an empty one. */
enum Databases {
  SQLITE {
    @Override
    DataSource in(Path folder) {
      var source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + folder.resolve("recap.db"));
      return source;
    }
  },
  POSTGRESQL {
    @Override
    DataSource in(Path folder) {
      return Postgres.pooled();
    }
  };

  abstract DataSource in(Path folder);

  /** Says something to a database as anybody could. */
  static void say(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lease of every conversation has run out, as far as the database's clock is concerned. */
  static void letLeasesRunOut(DataSource source) {
    say(source, "UPDATE recap_conversation SET lease_until = 0");
  }
}
