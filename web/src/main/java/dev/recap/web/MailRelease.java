package dev.recap.web;

import dev.recap.desk.mail.Letter;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutgoingMail;
import dev.recap.desk.mail.Way;
import dev.recap.desk.review.Decision;
import dev.recap.desk.review.Release;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Puts approved replies into the outbox. Those that rules drafted, and those to customers whose
 * address nobody knows, stay at the desk.
 *
 * @param simulated whether a model's name stands for rules
 */
record MailRelease(Outbox outbox, Way way, Predicate<String> simulated) implements Release {
  private static final int MOST_SUBJECT = 200;

  @Override
  public void approved(Handle handle, Ticket ticket, Decision decision) {
    Decision.Reply reply = decision.reply();
    if (reply == null || reply.recipient() == null || isSimulated(handle, ticket)) {
      return;
    }
    String line = reply.subject().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    String subject = line.substring(0, Math.min(line.length(), MOST_SUBJECT));
    var letter = new Letter(reply.recipient(), subject, reply.text());
    outbox.put(
        handle,
        new OutgoingMail(ticket.number(), Math.toIntExact(decision.id()), letter, way, false));
  }

  private boolean isSimulated(Handle handle, Ticket ticket) {
    return TicketLists.draftedBy(handle, ticket.number()).filter(simulated).isPresent();
  }

  @Override
  public boolean withdrawn(Handle handle, Decision decision) {
    return outbox
        .ofDecision(handle, Math.toIntExact(decision.id()))
        .map(entry -> outbox.withdraw(handle, entry.id()))
        .orElse(true);
  }
}
