package dev.recap.lab.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolCall;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.ticket.TicketWork;
import dev.recap.lab.count.CallEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallCounterTest {
  private static final String TICKET = "TICKET-1";
  private static final String ARGUMENTS = "{\"ticket_id\":\"TICKET-1\"}";

  private final TicketStore store = TicketStore.inMemory();
  private final List<AskedCall> asked = new ArrayList<>();

  @BeforeEach
  void oneTicketIsInTheQueue() {
    store.add(
        List.of(
            new NewTicket(
                new Customer(1, null, null), "Lamp", "It is dark.", Instant.EPOCH, null)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aCallThatWasExecutedIsNotLost() {
    handedOut();

    assertThat(count().asked()).isEqualTo(1);
    assertThat(count().executed()).isEqualTo(1);
    assertThat(count().of(Kind.LOST)).noneMatch(event -> event.tool().equals("get_next_ticket"));
  }

  @Nested
  class LostIs {
    @Test
    void aCallWithoutRowReceiptOrError() {
      handedOut();
      ask(2, "call-2", "set_priority");

      assertThat(count().of(Kind.LOST))
          .contains(new CallEvent(Kind.LOST, 2, "set_priority", TICKET));
    }

    @Test
    void aCallWithoutATicketOfItsOwnIsNamedWithTheTicketInHand() {
      handedOut();
      asked.add(
          new AskedCall(
              2, new ToolCall("call-2", "search_knowledge_base", "{\"query\":\"dark\"}")));

      assertThat(count().of(Kind.LOST))
          .contains(new CallEvent(Kind.LOST, 2, "search_knowledge_base", TICKET));
    }

    @Test
    void notUndoneByAskingAgainUnderAnotherId() {
      handedOut();
      ask(2, "call-2", "set_priority");
      ask(3, "call-3", "set_priority");
      ran("call-3", "set_priority");

      assertThat(count().of(Kind.LOST)).filteredOn(e -> e.tool().equals("set_priority")).hasSize(1);
    }

    @Test
    void oneOfTwoCallsUnderTheSameIdWhenOnlyOneRan() {
      handedOut();
      ask(2, "same", "set_priority");
      ran("same", "set_priority");
      ask(3, "same", "set_priority");

      assertThat(count().of(Kind.LOST)).filteredOn(e -> e.turn() == 3).hasSize(1);
    }

    @Test
    void aRequiredEffectThatIsAbsentAtTheEndAlthoughNobodyAskedForIt() {
      handedOut();

      assertThat(count().of(Kind.LOST))
          .extracting(CallEvent::tool)
          .containsExactly(
              "classify_ticket",
              "set_priority",
              "route_to_team",
              "draft_response",
              "mark_complete");
      assertThat(count().of(Kind.LOST)).allMatch(event -> event.turn() == 0);
    }

    @Test
    void notACallThatWasAnsweredWithAReceiptOrWithAnError() {
      handedOut();
      ask(2, "call-2", "set_priority");
      ask(3, "call-3", "draft_response");
      CallCounts counts =
          new CallCounter(asked, store.calls()).count(List.of("call-2"), List.of("call-3"));

      assertThat(counts.of(Kind.LOST)).allMatch(event -> event.turn() == 0);
      assertThat(counts.guarded()).isEqualTo(1);
    }
  }

  @Nested
  class RepeatedIs {
    @Test
    void aOnceEffectThatWasConfirmedAgainUnderTheSameKey() {
      handedOut();
      Stream.of("call-2", "call-3").forEach(id -> ran(id, "mark_complete"));

      assertThat(count().repeated()).isEqualTo(1);
    }

    @Test
    void notAnIdempotentEffect() {
      handedOut();
      Stream.of("call-2", "call-3").forEach(id -> ran(id, "set_priority"));

      assertThat(count().repeated()).isZero();
    }
  }

  @Nested
  class RedoneIs {
    @Test
    void anIdempotentEffectWithTheSameArgumentsAndNoOtherValueBetween() {
      handedOut();
      ask(2, "call-2", "set_priority");
      ran("call-2", "set_priority");
      ask(3, "call-3", "set_priority");
      ran("call-3", "set_priority");

      assertThat(count().of(Kind.REDONE))
          .containsExactly(new CallEvent(Kind.REDONE, 3, "set_priority", TICKET));
    }

    @Test
    void notAChangeBackToAnEarlierValue() {
      handedOut();
      ran("call-2", "set_priority", "{\"priority\":\"low\"}");
      ran("call-3", "set_priority", "{\"priority\":\"high\"}");
      ran("call-4", "set_priority", "{\"priority\":\"low\"}");

      assertThat(count().redone()).isZero();
    }

    @Test
    void handingOutTheHeldTicketAgain() {
      handedOut();
      handedOut();

      assertThat(count().redone()).isEqualTo(1);
    }

    @Test
    void notARefusedTry() {
      handedOut();
      ran("call-2", "set_priority");
      refused("call-3", "set_priority");

      assertThat(count().redone()).isZero();
    }
  }

  private CallCounts count() {
    return new CallCounter(asked, store.calls()).count(List.of(), List.of());
  }

  private void handedOut() {
    String id = "call-1-" + asked.size();
    asked.add(new AskedCall(1, new ToolCall(id, "get_next_ticket", "{}")));
    store.record(
        new DeskCall("run", id, "key", "get_next_ticket", "{}"),
        work -> {
          work.about(TICKET);
          return work.held().or(work::claimNext);
        });
  }

  private void ask(int turn, String id, String tool) {
    asked.add(new AskedCall(turn, new ToolCall(id, tool, ARGUMENTS)));
  }

  private void ran(String id, String tool) {
    ran(id, tool, ARGUMENTS);
  }

  private void ran(String id, String tool, String arguments) {
    store.record(new DeskCall("run", id, tool + " key", tool, arguments), CallCounterTest::touch);
  }

  private void refused(String id, String tool) {
    try {
      store.record(
          new DeskCall("run", id, tool + " key", tool, ARGUMENTS),
          work -> {
            work.about(TICKET);
            throw new IllegalStateException("refused");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("refused");
    }
  }

  private static boolean touch(TicketWork work) {
    work.about(TICKET);
    return true;
  }
}
