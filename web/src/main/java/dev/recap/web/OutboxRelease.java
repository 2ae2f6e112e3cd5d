package dev.recap.web;

import dev.recap.desk.mail.Letter;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutgoingMail;
import dev.recap.desk.mail.Way;
import dev.recap.desk.review.Decision;
import dev.recap.desk.review.Release;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Puts approved replies into the outbox, by the first road that takes their ticket. Those that
 * rules drafted stay at the desk.
 *
 * @param simulated whether a model's name stands for rules
 */
record OutboxRelease(List<Road> roads, Predicate<String> simulated) implements Release {
  private static final int MOST_SUBJECT = 200;

  /**
   * A way out.
   *
   * @param takes whether a ticket's reply goes this way
   */
  record Road(Outbox outbox, Way way, BiPredicate<Handle, Ticket> takes) {
    /** By mail, where the customer's address is known. */
    static Road byMail(Outbox outbox, Way way) {
      return new Road(outbox, way, (handle, ticket) -> ticket.asked().customer().email() != null);
    }
  }

  @Override
  public void approved(Handle handle, Ticket ticket, Decision decision) {
    Decision.Reply reply = decision.reply();
    if (reply == null || isSimulated(handle, ticket)) {
      return;
    }
    String recipient = Objects.requireNonNullElse(reply.recipient(), "");
    Optional<Road> taken =
        roads.stream().filter(road -> road.takes.test(handle, ticket)).findFirst();
    taken.ifPresent(road ->
        road.outbox.put(
            handle,
            new OutgoingMail(
                ticket.number(),
                Math.toIntExact(decision.id()),
                new Letter(recipient, line(reply), reply.text()),
                road.way,
                false)));
  }

  private static String line(Decision.Reply reply) {
    String line = reply.subject().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.substring(0, Math.min(line.length(), MOST_SUBJECT));
  }

  private boolean isSimulated(Handle handle, Ticket ticket) {
    return TicketLists.draftedBy(handle, ticket.number()).filter(simulated).isPresent();
  }

  @Override
  public boolean withdrawn(Handle handle, Decision decision) {
    // All outboxes are one table.
    Outbox any = roads.getFirst().outbox;
    return any.ofDecision(handle, Math.toIntExact(decision.id()))
        .map(entry -> any.withdraw(handle, entry.id()))
        .orElse(true);
  }
}
