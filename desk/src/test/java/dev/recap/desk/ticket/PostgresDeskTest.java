package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.batch.Address;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** A desk in PostgreSQL: what is its database's own. All other stories are told of both. */
class PostgresDeskTest {
  private final String url = Desks.database();

  private TicketStore open() {
    return TicketStore.at(url, InstantSource.system());
  }

  private static NewTicket asks(String text) {
    return new NewTicket(new Customer(7, "Ada", "ada@example.com"), "", text, Instant.EPOCH, null);
  }

  private static DeskCall call(String run) {
    return new DeskCall(run, "call", "key-" + run, "claim", "{}");
  }

  @Test
  void ticketsAndCallsSurviveAReopening() {
    try (var first = open()) {
      first.add(List.of(asks("one")));
      first.record(call("r"), TicketWork::claimNext);
    }
    try (var second = open()) {
      assertThat(second.counts()).isEqualTo(new QueueCounts(0, 1, 0));
      assertThat(second.calls()).hasSize(1);
    }
  }

  @Test
  void twoServersNeverHandOutTheSameTicket() throws Exception {
    try (var left = open();
        var right = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      left.add(IntStream.range(0, 40).mapToObj(i -> asks("ticket " + i)).toList());
      List<Future<List<String>>> claims = new ArrayList<>();
      for (TicketStore desk : List.of(left, right)) {
        claims.add(threads.submit(() -> claimTwenty(desk, desk == left ? "left" : "right")));
      }
      List<String> all = new ArrayList<>();
      for (Future<List<String>> claim : claims) {
        all.addAll(claim.get());
      }
      assertThat(all).hasSize(40).doesNotHaveDuplicates();
    }
  }

  private static List<String> claimTwenty(TicketStore desk, String name) {
    return IntStream.range(0, 20)
        .mapToObj(i -> desk.record(call(name + i), work -> work.claimNext().orElseThrow()).id())
        .toList();
  }

  @Test
  void theRecordCannotBeChangedOrDeletedBehindTheStore() {
    try (var desk = open()) {
      desk.record(call("r"), work -> true);
      for (String change :
          List.of(
              "delete from tool_call", "update tool_call set outcome = 'failed', reason = ''")) {
        assertThatThrownBy(() -> desk.besides(handle -> handle.execute(change)))
            .hasMessageContaining("append-only");
      }
    }
  }

  /** The call it was lost in fails; nobody has to start the desk again. */
  @Test
  void aLostConnectionIsOpenedAnewForTheNextTransaction() {
    try (var desk = open();
        var other = open()) {
      desk.add(List.of(asks("one")));
      other.besides(handle ->
          handle
              .createQuery(
                  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
              .mapTo(Boolean.class)
              .list());

      assertThatThrownBy(desk::counts).isInstanceOf(JdbiException.class);
      assertThat(desk.counts()).isEqualTo(new QueueCounts(1, 0, 0));
    }
  }

  @Test
  void aZeroInATextStandsAsASignThatSaysSo() {
    try (var desk = open()) {
      desk.add(List.of(asks("a\0b")));

      assertThat(desk.tickets().getFirst().asked().description()).isEqualTo("a\uFFFDb");
    }
  }

  @Test
  void eachTableHasTheSameColumnsInBothDatabases() {
    try (var desk = open();
        var sqlite = TicketStore.inMemory()) {
      List<String> ours =
          sqlite.besides(handle ->
              handle
                  .createQuery(
                      """
                      select t.name || '.' || c.name from pragma_table_list t, pragma_table_info(t.name) c
                      where t.type = 'table' and t.name not like 'sqlite%' and t.schema = 'main'\
                      """)
                  .mapTo(String.class)
                  .list());
      List<String> theirs =
          desk.besides(handle ->
              handle
                  .createQuery(
                      """
                      select table_name || '.' || column_name from information_schema.columns
                      where table_schema = current_schema() and column_name <> 'rowid'
                        and table_name <> 'ticket_text'\
                      """)
                  .mapTo(String.class)
                  .list());

      assertThat(new TreeSet<>(theirs)).isEqualTo(new TreeSet<>(ours)).hasSizeGreaterThan(150);
    }
  }

  @Test
  void aDatabaseThatKnowsNoLettersIsRefusedByName() {
    String plain = Desks.database("template template0 lc_collate 'C' lc_ctype 'C'");

    assertThatIllegalStateException()
        .isThrownBy(() -> TicketStore.at(plain, InstantSource.system()))
        .withMessageContaining("it knows no letters but those of ASCII")
        .withMessageContaining("C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:open-sesame@localhost/desk",
        "jdbc:postgresql://ada:open-sesame@localhost:5432/desk",
        "jdbc:mysql://localhost/desk?password=open-sesame",
        "jdbc:oracle:thin:ada/open-sesame@localhost"
      })
  void aSecretThatStandsWhereNoneBelongsIsRefusedWithoutIt(String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TicketStore.at(place, InstantSource.system()))
        .satisfies(failure -> assertThat(failure).hasMessageNotContaining("sesame"));
  }

  /** What customers wrote stands in no message that a log could have. */
  @Test
  void aRefusedRowIsNotToldWithItsTexts() {
    try (var desk = open()) {
      String sql =
          "insert into ticket (name, customer_number, subject, description, created_at) values ('x', 0, 'open', 'sesame', '')";

      assertThatThrownBy(() -> desk.besides(handle -> handle.createUpdate(sql).execute()))
          .hasRootCauseInstanceOf(PSQLException.class)
          .rootCause()
          .hasMessageContaining("ticket_customer_number_check")
          .hasMessageNotContaining("sesame");
    }
  }

  @Test
  void noMessageHasThePassword() {
    String away = "jdbc:postgresql://localhost:1/desk?user=ada&password=open-sesame";

    assertThatIllegalStateException()
        .isThrownBy(() -> TicketStore.at(away, InstantSource.system()))
        .withMessageContaining("database desk on localhost")
        .satisfies(failure -> assertThat(failure).hasMessageNotContaining("open-sesame"));
  }

  /** Neither in the message nor in a cause, which a log would have. */
  @Test
  void anUrlThatCannotBeReadIsRefusedWithoutIt() {
    String unfit = "jdbc:postgresql://h:port/x?password=open-sesame";

    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(
            () -> TicketStore.at(unfit, InstantSource.system()),
            () -> new Address(unfit).source())) {
      assertThatIllegalArgumentException()
          .isThrownBy(opening)
          .withNoCause()
          .withMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE was expected")
          .satisfies(failure -> assertThat(failure).hasMessageNotContaining("open-sesame"));
    }
  }
}
