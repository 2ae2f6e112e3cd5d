package dev.recap.desk.ticket;

import static dev.recap.desk.ticket.TicketStoreTest.NOON;
import static dev.recap.desk.ticket.TicketStoreTest.asks;
import static dev.recap.desk.ticket.TicketStoreTest.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.rules.DeskRules.Step;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedCallTest {
  private final TicketStore store = Desks.empty(InstantSource.fixed(NOON));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isOnRecordWithWhatItChanged() {
    store.add(List.of(asks("one")));
    var call = new DeskCall("r", "toolu_1", "classify_ticket:abc", "classify_ticket", "{\"a\":1}");

    store.record(
        call,
        work -> {
          work.about("TICKET-1");
          work.set(work.find("TICKET-1").orElseThrow(), Step.CATEGORY, "shipping");
          return true;
        });

    assertThat(store.ticket("TICKET-1").orElseThrow().handling().category()).isEqualTo("shipping");
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
