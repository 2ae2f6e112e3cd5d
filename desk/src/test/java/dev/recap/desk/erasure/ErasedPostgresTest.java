package dev.recap.desk.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Desks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a customer who was erased no file of a database of PostgreSQL's has a byte. */
class ErasedPostgresTest {
  @TempDir private Path folder;

  @Test
  void noTableNoJournalAndNoStatisticHasAByteOfIt() {
    try (CustomerDesk desk = CustomerDesk.ofPostgresql(folder, Desks.database()).filled()) {
      desk.tickets.besides(handle -> handle.execute("analyze"));
      assertThat(desk.filesWith(CustomerDesk.NAME)).isNotEmpty();

      Erasure erasure = desk.erasures.erase(new Whose(7, CustomerDesk.EMAIL), "Lea");

      assertThat(erasure.isUnfinished()).isFalse();
      assertThat(erasure.tickets()).isEqualTo(3);
      assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();
      assertThat(desk.filesWith("key-winter")).isEmpty();
      assertThat(desk.filesWith("summerfield")).isNotEmpty();
    }
  }
}
