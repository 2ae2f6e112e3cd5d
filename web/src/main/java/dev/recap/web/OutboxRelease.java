package dev.recap.web;

import dev.recap.desk.connect.ConnectedDesk;
import dev.recap.desk.mail.Letter;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutgoingMail;
import dev.recap.desk.mail.PostOffice;
import dev.recap.desk.mail.Way;
import dev.recap.desk.review.Decision;
import dev.recap.desk.review.Release;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Puts approved replies into the outbox: those to a ticket of another desk go back there, others
 * are mailed. Those that rules drafted, and mail to customers whose address nobody knows, stay at
 * the desk.
 *
 * @param any undoes and finds what went through any of the outboxes, which are one table
 * @param simulated whether a model's name stands for rules
 */
record OutboxRelease(Outside outside, Outbox any, Predicate<String> simulated) implements Release {
  private static final int MOST_SUBJECT = 200;

  /** An outbox, and how what is in it leaves. */
  private record Road(Outbox outbox, Way way, boolean needsAddress) {}

  @Override
  public void approved(Handle handle, Ticket ticket, Decision decision) {
    Decision.Reply reply = decision.reply();
    if (reply == null || isSimulated(handle, ticket)) {
      return;
    }
    String recipient = reply.recipient();
    road(handle, ticket)
        .filter(road -> recipient != null || !road.needsAddress)
        .ifPresent(road ->
            road.outbox.put(
                handle,
                new OutgoingMail(
                    ticket.number(),
                    Math.toIntExact(decision.id()),
                    new Letter(recipient == null ? "" : recipient, line(reply), reply.text()),
                    road.way,
                    false)));
  }

  private Optional<Road> road(Handle handle, Ticket ticket) {
    Optional<ConnectedDesk> desk =
        outside.desk().filter(other -> other.has(handle, ticket.number()));
    Optional<PostOffice> mail = outside.mail();
    return desk.map(other -> new Road(other.outbox(), other.way(), false))
        .or(() -> mail.map(office -> new Road(office.outbox(), office.way(), true)));
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
    return any.ofDecision(handle, Math.toIntExact(decision.id()))
        .map(entry -> any.withdraw(handle, entry.id()))
        .orElse(true);
  }
}
