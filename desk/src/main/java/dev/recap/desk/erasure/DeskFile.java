package dev.recap.desk.erasure;

import dev.recap.desk.ticket.Dialect;
import dev.recap.desk.ticket.TicketStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A file of a desk's databases, where deleted rows live on in free pages and in the log. */
final class DeskFile {
  private static final int BUSY_MILLIS = 10_000;

  private DeskFile() {}

  /** The file of the desk's tables; empty for a desk in memory. */
  static Optional<String> of(TicketStore tickets) {
    return tickets.besides(handle ->
        Dialect.of(handle) != Dialect.SQLITE
            ? Optional.empty()
            : handle
                .createQuery("select file from pragma_database_list where name = 'main'")
                .mapTo(String.class)
                .findOne()
                .filter(name -> !name.isEmpty()));
  }

  /** The desk's tables in PostgreSQL, where deleted rows live on in their files; none in SQLite. */
  static List<String> tables(TicketStore tickets) {
    return tickets.besides(handle ->
        Dialect.of(handle) != Dialect.POSTGRESQL
            ? List.of()
            : handle
                .createQuery(
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = current_schema()")
                .mapTo(String.class)
                .list());
  }

  /**
   * Writes every page anew and cuts the log to nothing.
   *
   * @throws IllegalStateException when somebody kept it from it
   */
  static void clean(String file) {
    clean(file, BUSY_MILLIS);
  }

  /** The same that waits so long for others. */
  static void clean(String file, int millis) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(millis);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma secure_delete = on");
      statement.execute("vacuum");
      try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
        if (row.next() && row.getInt(1) != 0) {
          throw new IllegalStateException(
              "the text is in no table any more, but still in the files: somebody reads what stood before");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the text is in no table any more, but still in the files: " + e.getMessage(), e);
    }
  }
}
