package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketStoreTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private final TicketStore store = Desks.empty(InstantSource.fixed(NOON));

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
  class InMemory {
    @Test
    void everyStoreIsAlone() {
      try (var other = Desks.empty()) {
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
      for (TicketStatus status : TicketStatus.values()) {
        assertThat(TicketStatus.of(status.label())).isEqualTo(status);
      }
    }

    @Test
    void thatDoNotExistAreAnsweredWithThoseThatDo() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TicketStatus.of("asap"))
          .withMessageContaining("TicketStatus was 'asap', but [new, in_progress, completed,");
    }
  }

  @Nested
  class ACopy {
    @Test
    void beginsWithAllThatStandsAndGoesItsOwnWay() {
      TicketStore store = TicketStore.inMemory(InstantSource.fixed(NOON));
      store.add(List.of(asks("one"), asks("two")));
      store.record(call("run-1", "claim"), TicketWork::claimNext);

      try (store;
          TicketStore copy = store.copy()) {
        copy.record(call("run-2", "claim"), TicketWork::claimNext);

        assertThat(copy.calls()).hasSize(2);
        assertThat(copy.counts()).isEqualTo(new QueueCounts(0, 2, 0));
        assertThat(store.calls()).hasSize(1);
        assertThat(store.counts()).isEqualTo(new QueueCounts(1, 1, 0));
      }
    }
  }

  @Nested
  class TablesOfOthers {
    @Test
    void changeInTheTransactionOfTheCallOrNotAtAll() {
      store.besides(handle -> handle.execute("create table beside (word text)"));

      assertThatIllegalStateException()
          .isThrownBy(() ->
              store.record(
                  call("run-1", "write"),
                  work -> {
                    work.besides(handle -> handle.execute("insert into beside values ('lost')"));
                    throw new IllegalStateException("refused");
                  }));
      store.record(
          call("run-1", "write"),
          work -> work.besides(handle -> handle.execute("insert into beside values ('kept')")));

      List<String> words =
          store.besides(
              handle -> handle.createQuery("select word from beside").mapTo(String.class).list());
      assertThat(words).containsExactly("kept");
      assertThat(store.calls()).hasSize(2);
    }
  }
}
