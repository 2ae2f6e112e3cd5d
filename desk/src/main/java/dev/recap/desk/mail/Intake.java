package dev.recap.desk.mail;

import dev.recap.desk.mail.IncomingMail.Envelope;
import dev.recap.desk.mail.IncomingMail.Nature;
import dev.recap.desk.mail.IncomingMail.Sender;
import dev.recap.desk.mail.MailRecords.Became;
import dev.recap.desk.mail.TicketBook.Change;
import dev.recap.desk.ticket.NewTicket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Makes of a mail what it is: a ticket, a message on one, a bounce, or something parked. All of it
 * in the caller's transaction, so that a mail is taken once or not at all.
 */
final class Intake {
  private static final int MOST_DESCRIPTION = 20_000;
  private static final String NO_TEXT = "(no text)";
  private static final String BY = "mail";

  private final int mailsAnHour;
  private final InstantSource clock;
  private final TicketBook tickets;

  Intake(int mailsAnHour, InstantSource clock) {
    this.mailsAnHour = mailsAnHour;
    this.clock = clock;
    this.tickets = new TicketBook(clock);
  }

  Taken take(Handle handle, IncomingMail mail) {
    Optional<String> mailId = MailRecords.freeName(handle, mail.envelope());
    if (mailId.isEmpty()) {
      return new Taken.Known();
    }
    var records = new MailRecords(handle, mail, mailId.get(), clock.instant());
    return switch (mail.nature()) {
      case Nature.Written() -> written(records);
      case Nature.Automatic(String reason) -> parked(records, reason);
      case Nature.Unreadable(String reason) -> parked(records, reason);
      case Nature.Bounce(List<String> ids, String said) -> bounced(records, ids, said);
    };
  }

  private Taken written(MailRecords records) {
    Envelope envelope = records.mail().envelope();
    Sender sender = envelope.sender();
    if (sender == null) {
      return parked(records, "no address to answer to");
    }
    if (envelope.messageId() != null
        && Threads.sent(records.handle(), List.of(envelope.messageId())).isPresent()) {
      return parked(records, "a copy of our own reply");
    }
    int lately =
        MailRecords.takenFrom(
            records.handle(), sender.address(), clock.instant().minus(Duration.ofHours(1)));
    if (lately >= mailsAnHour) {
      return parked(
          records,
          "more than %d mails of %s within an hour".formatted(mailsAnHour, sender.address()));
    }
    return placed(records, sender);
  }

  /** A person has looked at a parked mail and wants it to be a ticket. */
  Taken release(MailRecords records) {
    Sender sender = records.mail().envelope().sender();
    if (sender == null) {
      throw new IllegalArgumentException(
          "the mail names no address to answer to, so no ticket can be made of it");
    }
    return placed(records, sender);
  }

  private Taken placed(MailRecords records, Sender sender) {
    Optional<Integer> ticket = ticket(records);
    return ticket.isPresent() ? added(records, sender, ticket.get()) : opened(records, sender);
  }

  private static Optional<Integer> ticket(MailRecords records) {
    Envelope envelope = records.mail().envelope();
    return Threads.byToken(records.handle(), envelope.tokens())
        .or(() -> Threads.byMessageId(records.handle(), envelope.references()));
  }

  /** With its quotes: nothing of what they say is known here. */
  private Taken opened(MailRecords records, Sender sender) {
    IncomingMail mail = records.mail();
    int ticket =
        tickets.open(
            records.handle(),
            new NewTicket(
                tickets.customer(records.handle(), sender.name(), sender.address()),
                mail.envelope().subject(),
                text(mail.text(), mail),
                mail.envelope().received(),
                null));
    records.taken(Became.TICKET, ticket, null);
    records.attached(ticket, null);
    return new Taken.Opened(ticket);
  }

  private Taken added(MailRecords records, Sender sender, int ticket) {
    IncomingMail mail = records.mail();
    String own = Quotes.strip(mail.text());
    boolean isCustomer = MailRecords.isCustomerOf(records.handle(), ticket, sender.address());
    long message =
        tickets.hears(
            records.handle(),
            new Said(
                ticket,
                isCustomer ? Said.Kind.CUSTOMER : Said.Kind.STRANGER,
                sender.address(),
                text(own.isBlank() ? mail.text() : own, mail),
                mail.envelope().received(),
                records.mailId()));
    records.taken(Became.MESSAGE, ticket, message);
    records.attached(ticket, message);
    return new Taken.Added(ticket, message);
  }

  private static String text(String text, IncomingMail mail) {
    if (text.isBlank()) {
      return mail.envelope().subject().isBlank() ? NO_TEXT : mail.envelope().subject();
    }
    if (text.length() <= MOST_DESCRIPTION) {
      return text;
    }
    return CleanText.cut(text, MOST_DESCRIPTION)
        + "\n[%,d more characters]".formatted(text.length() - MOST_DESCRIPTION);
  }

  private Taken parked(MailRecords records, String reason) {
    records.parked(ticket(records).orElse(null), reason);
    return new Taken.Parked(reason);
  }

  private Taken bounced(MailRecords records, List<String> ids, String said) {
    Optional<OutboxEntry> reply = Threads.sent(records.handle(), ids);
    if (reply.isEmpty()) {
      return parked(records, "a bounce of a mail that is not ours: " + said);
    }
    OutboxEntry entry = reply.get();
    // That it came back proves that it had left.
    records
        .handle()
        .createUpdate(
            """
            update outbox set bounced = :said,
                              state = case when state = 'unknown' then 'sent' else state end
            where id = :id\
            """)
        .bind("said", said)
        .bind("id", entry.id())
        .execute();
    int ticket = entry.mail().ticket();
    tickets.changed(
        records.handle(),
        ticket,
        BY,
        new Change("reply", entry.state().label(), "bounced: " + said));
    tickets.needsPerson(records.handle(), ticket, BY, "the reply came back: " + said);
    records.taken(Became.BOUNCE, ticket, null);
    return new Taken.Bounced(ticket);
  }
}
