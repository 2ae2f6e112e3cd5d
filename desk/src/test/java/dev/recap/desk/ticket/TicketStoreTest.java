package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private final TicketStore store = TicketStore.inMemory(InstantSource.fixed(NOON));

  @AfterEach
  void close() {
    store.close();
  }

  static NewTicket asks(String description) {
    return new NewTicket(
        new Customer(7, "Ada Holm", "ada.holm@example.com"), "", description, NOON, null);
  }

  static DeskCall call(String run, String tool) {
    return new DeskCall(run, "call_1", tool + ":key", tool, "{}");
  }

  private Ticket claim(String run) {
    return store.record(call(run, "claim"), work -> work.claimNext().orElseThrow());
  }

  @Nested
  class ATicket {
    @Test
    void isBornWithoutCategoryPriorityTeamAndDraft() {
      store.add(List.of(asks("My lamp is dark.")));

      assertThat(store.ticket("TICKET-1"))
          .hasValueSatisfying(ticket -> {
            assertThat(ticket.handling()).isEqualTo(Handling.NONE);
            assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
            assertThat(ticket.run()).isNull();
          });
    }

    @Test
    void comesBackAsItWasWritten() {
      var asked =
          new NewTicket(
              new Customer(12, null, null), "Größe 🪔", "Line one\r\n\tline \"two\"", NOON, "X-9");

      assertThat(store.add(List.of(asked)).getFirst().asked()).isEqualTo(asked);
      assertThat(store.tickets().getFirst().asked()).isEqualTo(asked);
    }

    @Test
    void isNamedByTheOrderOfArrival() {
      store.add(List.of(asks("one"), asks("two")));
      store.add(List.of(asks("three")));

      assertThat(store.tickets())
          .extracting(Ticket::id)
          .containsExactly("TICKET-1", "TICKET-2", "TICKET-3");
    }

    @Test
    void isNotFoundUnderAnotherSpellingOfItsName() {
      store.add(List.of(asks("one")));

      for (String id :
          List.of("", "1", "ticket-1", "TICKET-01", "TICKET-2", "TICKET-9999999999", " TICKET-1")) {
        assertThat(store.ticket(id)).as(id).isEmpty();
      }
    }

    @Test
    void takesItsSubjectFromTheDescriptionWhenItHasNone() {
      String description = "x".repeat(59) + "🪔 and more";

      assertThat(asks("  Short\n one ").subject()).isEqualTo("Short one");
      assertThat(asks(description).subject()).isEqualTo("x".repeat(59));
    }

    @Test
    void needsADescription() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> asks(" \n"))
          .withMessageContaining("description");
    }
  }

  @Nested
  class TheQueue {
    @Test
    void handsOutTheTicketThatHasWaitedLongest() {
      store.add(List.of(asks("one"), asks("two")));

      assertThat(claim("a").id()).isEqualTo("TICKET-1");
      assertThat(claim("b").id()).isEqualTo("TICKET-2");
      assertThat(store.counts()).isEqualTo(new QueueCounts(0, 2, 0));
    }

    @Test
    void refusesASecondTicketToARunThatHoldsOne() {
      store.add(List.of(asks("one"), asks("two")));
      claim("a");

      assertThatIllegalStateException()
          .isThrownBy(() -> claim("a"))
          .withMessageContaining("TICKET-1");
      assertThat(store.counts()).isEqualTo(new QueueCounts(1, 1, 0));
    }

    @Test
    void neverGivesOneTicketToTwoRuns() throws Exception {
      store.add(IntStream.range(0, 200).mapToObj(i -> asks("ticket " + i)).toList());
      var owners = new ConcurrentHashMap<String, String>();
      List<Future<?>> runs = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 8; i++) {
          String run = "run-" + i;
          runs.add(threads.submit(() -> workThrough(run, owners)));
        }
      }
      for (Future<?> run : runs) {
        run.get();
      }

      assertThat(owners).hasSize(200);
      assertThat(store.counts()).isEqualTo(new QueueCounts(0, 0, 200));
      assertThat(store.tickets())
          .allSatisfy(ticket -> assertThat(ticket.run()).isEqualTo(owners.get(ticket.id())));
    }

    private void workThrough(String run, ConcurrentHashMap<String, String> owners) {
      Optional<Ticket> ticket = store.record(call(run, "claim"), TicketWork::claimNext);
      while (ticket.isPresent()) {
        Ticket mine = ticket.get();
        assertThat(owners.put(mine.id(), run)).as(mine.id()).isNull();
        store.record(
            call(run, "complete"),
            work -> {
              work.complete(mine);
              return true;
            });
        ticket = store.record(call(run, "claim"), TicketWork::claimNext);
      }
    }

    @Test
    void letsALaterRunTakeOverWhatAnEarlierOneHeld() {
      store.add(List.of(asks("one"), asks("two")));
      claim("first");

      assertThat(store.handOver("first", "second"))
          .hasValueSatisfying(ticket -> assertThat(ticket.run()).isEqualTo("second"));
      assertThat(store.handOver("first", "third")).isEmpty();
      assertThat(claim("first").id()).isEqualTo("TICKET-2");
      assertThatIllegalStateException()
          .isThrownBy(() -> store.handOver("first", "second"))
          .withMessageContaining("run second holds TICKET-1");
    }
  }

  @Nested
  class ACall {
    @Test
    void isOnRecordWithWhatItChanged() {
      store.add(List.of(asks("one")));
      var call =
          new DeskCall("r", "toolu_1", "classify_ticket:abc", "classify_ticket", "{\"a\":1}");

      store.record(
          call,
          work -> {
            work.about("TICKET-1");
            work.classify(work.find("TICKET-1").orElseThrow(), Category.SHIPPING);
            return true;
          });

      assertThat(store.ticket("TICKET-1").orElseThrow().handling().category())
          .isEqualTo(Category.SHIPPING);
      assertThat(store.calls())
          .containsExactly(
              new RecordedCall(
                  1, call, new RecordedCall.Result(CallOutcome.CONFIRMED, null), "TICKET-1", NOON));
    }

    @Test
    void isOnRecordEvenWhenItOnlyReads() {
      store.record(call("r", "look"), TicketWork::counts);

      assertThat(store.calls()).singleElement().satisfies(row -> assertThat(row.ticket()).isNull());
    }

    @Test
    void thatIsRefusedChangesNothingAndIsOnRecordWithTheReason() {
      store.add(List.of(asks("one")));

      assertThatThrownBy(() ->
              store.record(
                  call("r", "claim"),
                  work -> {
                    work.claimNext();
                    work.about("TICKET-1");
                    throw new UnsupportedOperationException("not today");
                  }))
          .isInstanceOf(UnsupportedOperationException.class);

      assertThat(store.counts()).isEqualTo(new QueueCounts(1, 0, 0));
      assertThat(store.calls())
          .singleElement()
          .satisfies(row -> {
            assertThat(row.result().outcome()).isEqualTo(CallOutcome.FAILED);
            assertThat(row.result().reason()).isEqualTo("not today");
            assertThat(row.ticket()).isEqualTo("TICKET-1");
          });
    }

    @Test
    void thatDiesHalfWayLeavesNeitherAChangeNorARow() {
      store.add(List.of(asks("one")));

      assertThatThrownBy(() ->
              store.record(
                  call("r", "claim"),
                  work -> {
                    work.claimNext();
                    throw new OutOfMemoryError("as if the process had died");
                  }))
          .isInstanceOf(OutOfMemoryError.class);

      assertThat(store.counts()).isEqualTo(new QueueCounts(1, 0, 0));
      assertThat(store.calls()).isEmpty();
    }

    @Test
    void whoseDatabaseFailsLeavesNeitherAChangeNorARow() {
      store.add(List.of(asks("one")));

      assertThatThrownBy(() ->
              store.record(
                  call("r", "claim"),
                  work -> {
                    work.claimNext();
                    throw new JdbiException("disk full") {};
                  }))
          .isInstanceOf(JdbiException.class);

      assertThat(store.counts()).isEqualTo(new QueueCounts(1, 0, 0));
      assertThat(store.calls()).isEmpty();
    }

    @Test
    void canBeFoundByTheKeyOfItsEffect() {
      store.record(new DeskCall("r", "1", "key:a", "t", "{}"), work -> 1);
      store.record(new DeskCall("r", "2", "key:b", "t", "{}"), work -> 2);
      store.record(new DeskCall("s", "3", "key:a", "t", "{}"), work -> 3);

      assertThat(store.callsWithKey("key:a"))
          .extracting(row -> row.call().callId())
          .containsExactly("1", "3");
    }

    @Test
    void mayNotUseTheStoreFromInsideItsWork() {
      assertThatIllegalStateException()
          .isThrownBy(() -> store.record(call("r", "t"), work -> store.counts()))
          .withMessageContaining("TicketWork");
    }

    @Test
    void needsALongerReasonThanNullToFail() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordedCall.Result(CallOutcome.FAILED, null));
      assertThatThrownBy(() ->
              store.record(
                  call("r", "t"),
                  work -> {
                    throw new IllegalCallerException();
                  }))
          .isInstanceOf(IllegalCallerException.class);
      assertThat(store.calls().getFirst().result().reason()).isEqualTo("IllegalCallerException");
    }
  }

  @Nested
  class InAFile {
    @TempDir Path folder;

    private Path file() {
      return folder.resolve("desk.db");
    }

    @Test
    void ticketsAndCallsSurviveAReopening() {
      try (var first = TicketStore.open(file())) {
        first.add(List.of(asks("one")));
        first.record(call("r", "claim"), TicketWork::claimNext);
      }
      try (var second = TicketStore.open(file())) {
        assertThat(second.counts()).isEqualTo(new QueueCounts(0, 1, 0));
        assertThat(second.calls()).hasSize(1);
      }
    }

    @Test
    void twoStoresOnOneFileNeverHandOutTheSameTicket() throws Exception {
      try (var left = TicketStore.open(file());
          var right = TicketStore.open(file());
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

    private List<String> claimTwenty(TicketStore desk, String name) {
      return IntStream.range(0, 20)
          .mapToObj(i ->
              desk.record(call(name + i, "claim"), work -> work.claimNext().orElseThrow()).id())
          .toList();
    }

    @Test
    void theRecordCannotBeChangedOrDeletedBehindTheStore() throws SQLException {
      try (var desk = TicketStore.open(file())) {
        desk.record(call("r", "t"), work -> true);
      }
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("delete from tool_call"))
            .hasMessageContaining("append-only");
        assertThatThrownBy(() -> statement.execute("update tool_call set outcome = 'failed'"))
            .hasMessageContaining("append-only");
      }
    }

    @Test
    void itIsWrittenAheadAndSharedWithTablesOfOthers() throws SQLException {
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
          var statement = connection.createStatement()) {
        statement.execute("create table journal (entry text)");
      }
      try (var desk = TicketStore.open(file())) {
        desk.add(List.of(asks("one")));
        assertThat(folder.resolve("desk.db-wal")).exists();
      }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedByName() throws IOException {
      Files.writeString(file(), "not a database, but long enough to be mistaken for one".repeat(9));

      assertThatIllegalStateException()
          .isThrownBy(() -> TicketStore.open(file()))
          .withMessageContaining("desk.db cannot be used as a ticket store");
    }

    @Test
    void aMissingFolderIsRefusedByName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TicketStore.open(folder.resolve("nowhere/desk.db")))
          .withMessageContaining("nowhere");
    }
  }

  @Nested
  class InMemory {
    @Test
    void everyStoreIsAlone() {
      try (var other = TicketStore.inMemory()) {
        store.add(List.of(asks("one")));

        assertThat(other.tickets()).isEmpty();
      }
    }

    @Test
    void aClosedStoreSaysSo() {
      store.close();

      assertThatIllegalStateException()
          .isThrownBy(store::tickets)
          .withMessage("the ticket store is closed");
    }

    @Test
    void theNextCustomerNumberIsFree() {
      assertThat(store.nextCustomerNumber()).isEqualTo(1);
      store.add(List.of(asks("one")));
      assertThat(store.nextCustomerNumber()).isEqualTo(8);
    }
  }

  @Nested
  class Labels {
    @Test
    void areReadBackAsTheyAreWritten() {
      for (Team team : Team.values()) {
        assertThat(Team.of(team.label())).isEqualTo(team);
      }
    }

    @Test
    void thatDoNotExistAreAnsweredWithThoseThatDo() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Priority.of("asap"))
          .withMessage("Priority was 'asap', but [low, medium, high, urgent] was expected");
    }
  }
}
