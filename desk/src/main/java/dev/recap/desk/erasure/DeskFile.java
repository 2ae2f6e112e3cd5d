package dev.recap.desk.erasure;

import dev.recap.desk.ticket.TicketStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file of a desk's database, where deleted rows live on in free pages and in the log. */
final class DeskFile {
  private static final int BUSY_MILLIS = 10_000;

  private DeskFile() {}

  /**
   * Writes every page anew and cuts the log to nothing; does nothing for a desk in memory.
   *
   * @throws IllegalStateException when somebody kept it from it
   */
  static void clean(TicketStore tickets) {
    clean(tickets, BUSY_MILLIS);
  }

  /** The same that waits so long for others. */
  static void clean(TicketStore tickets, int millis) {
    Optional<String> file =
        tickets.besides(handle ->
            handle
                .createQuery("select file from pragma_database_list where name = 'main'")
                .mapTo(String.class)
                .findOne()
                .filter(name -> !name.isEmpty()));
    file.ifPresent(name -> clean(name, millis));
  }

  private static void clean(String file, int millis) {
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
              "the text is in no table any more, but still in the desk's file: somebody reads what stood before");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the text is in no table any more, but still in the desk's file: " + e.getMessage(), e);
    }
  }
}
