package dev.recap.desk.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.recap.desk.ticket.Desks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a customer who was erased no file of a database of PostgreSQL's has a byte. */
class ErasedPostgresTest {
  private static final Whose ADA = new Whose(7, CustomerDesk.EMAIL);

  @TempDir private Path folder;

  /** Somebody's older transaction still sees the text: a backup, for instance. */
  @Test
  void whatKeepsTheFilesFromBeingCleanIsToldAndLeftToBeGoneOnWith() throws SQLException {
    String url = Desks.database();
    try (CustomerDesk desk = CustomerDesk.ofPostgresql(folder, url).filled();
        Connection old = DriverManager.getConnection(url);
        Statement statement = old.createStatement()) {
      old.setAutoCommit(false);
      old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("select 1 from pg_class");
      desk.tickets.besides(handle -> desk.erasures.order(handle, ADA, "Lea"));

      assertThatIllegalStateException()
          .isThrownBy(() -> desk.erasures.goOn(1))
          .withMessageContaining("the erasure is not finished")
          .withMessageContaining("a transaction is open that is older than the erasure");
      old.rollback();
      assertThat(desk.erasures.goOn(1).isUnfinished()).isFalse();
    }
  }

  @Test
  void noTableNoJournalAndNoStatisticHasAByteOfIt() {
    try (CustomerDesk desk = CustomerDesk.ofPostgresql(folder, Desks.database()).filled()) {
      desk.tickets.besides(handle -> handle.execute("analyze"));
      assertThat(desk.filesWith(CustomerDesk.NAME)).isNotEmpty();

      Erasure erasure = desk.erasures.erase(ADA, "Lea");

      assertThat(erasure.isUnfinished()).isFalse();
      assertThat(erasure.tickets()).isEqualTo(3);
      assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();
      assertThat(desk.filesWith("key-winter")).isEmpty();
      assertThat(desk.filesWith("summerfield")).isNotEmpty();
    }
  }
}
