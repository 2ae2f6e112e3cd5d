package dev.recap.desk.review;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A desk where an agent hands in drafts, and the time is what a test says it is. */
final class Handed implements AutoCloseable, InstantSource {
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  final TicketStore store = Desks.empty(this);
  final Review review;
  final ByHand hands = new ByHand(store, this);
  private int calls;

  Handed() {
    this(Release.NONE);
  }

  Handed(Release release) {
    review = new Review(store, release, this);
    store.add(List.of(ticket("A-1", 7), ticket("A-2", 7), ticket("A-3", 8)));
  }

  private static NewTicket ticket(String id, int customer) {
    var who = new Customer(customer, "Ada", "ada%d@example.com".formatted(customer));
    return new NewTicket(who, "The lamp hums", "It hums all day.", Instant.EPOCH, id);
  }

  /** The agent takes the next ticket. */
  Ticket takes() {
    return store.record(
        call(),
        work -> {
          Ticket ticket = work.claimNext().orElseThrow();
          work.shown(ticket);
          return ticket;
        });
  }

  /** It works the next ticket from end to end. */
  Ticket worked(String draft) {
    return handsIn(takes(), draft);
  }

  /** It works on a ticket that it has, to the end. */
  Ticket handsIn(Ticket ticket, String draft) {
    store.record(
        call(),
        work -> {
          work.set(ticket, Step.CATEGORY, "technical");
          work.draft(ticket, draft, null, "model-1");
          work.complete(ticket);
          return true;
        });
    return now(ticket.id());
  }

  Ticket now(String id) {
    return store.ticket(id).orElseThrow();
  }

  void later(int seconds) {
    now = now.plusSeconds(seconds);
  }

  /** Why this is not done. */
  static Reason refused(ThrowingCallable wish) {
    return catchThrowableOfType(RefusedException.class, wish).reason();
  }

  private DeskCall call() {
    return new DeskCall("run-1", "call-" + ++calls, "key-" + calls, "work", "{}");
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    store.close();
  }
}
