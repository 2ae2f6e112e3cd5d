package dev.recap.desk.exemption;

import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.review.ByHand;
import dev.recap.desk.review.Decision;
import dev.recap.desk.review.Release;
import dev.recap.desk.review.Review;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.ticket.TicketWork;
import dev.recap.testing.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** A desk in a file, where an agent hands in drafts about billing, low. */
final class ExemptDesk implements AutoCloseable, Release {
  static final String CLEAN = "Please unscrew the lamp.";
  static final Terms TERMS = new Terms("billing", "low", 2, 0);

  final SettableClock clock;
  final TicketStore store;
  final ExemptionBook book;
  final Exempting exempting;
  final Review review;
  final ByHand hands;

  /** What was let out, by ticket. */
  final List<String> released = new CopyOnWriteArrayList<>();

  boolean goneOut;

  /** The id of a ticket whose reply cannot be put into the outbox. */
  String unreleasable = "";

  private int calls;

  ExemptDesk(Path folder, SettableClock clock) {
    this.clock = clock;
    store = Desks.in(folder.resolve("desk.db"), clock);
    book = new ExemptionBook(store, clock);
    exempting = new Exempting(store, new GuidanceRecord(store, clock), this, clock);
    review = new Review(store, this, clock);
    hands = new ByHand(store, clock);
  }

  static SettableClock morning() {
    return new SettableClock(Instant.parse("2026-11-29T10:00:00Z"));
  }

  Exemption exempt(Terms terms) {
    return book.add(terms, "Lea", Guidance.STANDARD.rules());
  }

  /** The agent works a new ticket from end to end, and nothing more happens. */
  Ticket handsIn(String draft) {
    var who = new Customer(7, "Ada", "ada@example.com");
    Ticket ticket =
        store
            .add(List.of(new NewTicket(who, "The lamp hums", "All day.", Instant.EPOCH, null)))
            .getFirst();
    return works(ticket.id(), draft);
  }

  /** The agent works what waits, to the end. */
  Ticket works(String id, String draft) {
    return store.record(
        new DeskCall("run-1", "call-" + ++calls, "key-" + calls, "work", "{}"),
        work -> {
          Ticket ticket = work.claimNext().orElseThrow();
          work.shown(ticket);
          work.read(ticket, "hum", new Evidence("hum", 1, "Humming", "Unscrew the lamp."));
          work.set(ticket, Step.CATEGORY, "billing");
          work.set(ticket, Step.PRIORITY, "low");
          work.draft(ticket, draft, null, "model-1");
          work.complete(ticket);
          return found(work, id);
        });
  }

  private static Ticket found(TicketWork work, String id) {
    return work.find(id).orElseThrow();
  }

  Ticket now(Ticket ticket) {
    return store.ticket(ticket.id()).orElseThrow();
  }

  @Override
  public void approved(Handle handle, Ticket ticket, Decision decision) {
    if (ticket.id().equals(unreleasable)) {
      throw new IllegalStateException("the outbox is full");
    }
    released.add(ticket.id());
  }

  @Override
  public boolean withdrawn(Handle handle, Decision decision) {
    return !goneOut;
  }

  @Override
  public void close() {
    store.close();
  }
}
