package dev.recap.desk.mail;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A desk with tickets of Ada's and an outbox, for tests. */
final class MailDesk implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String ADA = "ada.holm@example.com";

  final SettableClock clock = new SettableClock(NOON);
  final TicketStore store;
  final Outbox outbox = new Outbox("desk.example", clock);

  private MailDesk(TicketStore store) {
    this.store = store;
  }

  static MailDesk inMemory() {
    return new MailDesk(Desks.empty());
  }

  static MailDesk in(Path file) {
    return new MailDesk(Desks.in(file, InstantSource.system()));
  }

  /** A ticket of Ada's, as something else than a mail brought it. */
  Ticket ticket() {
    return store
        .add(
            List.of(
                new NewTicket(
                    new Customer(1, "Ada Holm", ADA),
                    "A dark lamp",
                    "My lamp is dark.",
                    NOON,
                    null)))
        .getFirst();
  }

  Ticket ticket(int number) {
    return store.ticket(store.besides(handle -> TicketName.of(handle, number))).orElseThrow();
  }

  static OutgoingMail reply(Ticket ticket) {
    return reply(ticket.number(), "Please press the button.");
  }

  static OutgoingMail reply(int ticket, String text) {
    return new OutgoingMail(
        ticket, null, new Letter(ADA, "Re: A dark lamp", text), Way.MAIL, false);
  }

  /** The id of a reply that waits. */
  long put(OutgoingMail mail) {
    return in(handle -> outbox.put(handle, mail));
  }

  /** The id of a reply that may leave. */
  long due(OutgoingMail mail) {
    long id = put(mail);
    clock.advance(Outbox.UNDO.plus(Duration.ofSeconds(1)));
    return id;
  }

  OutboxEntry entry(long id) {
    return in(handle -> outbox.find(handle, id).orElseThrow());
  }

  boolean withdraw(long id) {
    return in(handle -> outbox.withdraw(handle, id));
  }

  boolean markSent(long id, String by) {
    return in(handle -> outbox.markSent(handle, id, by));
  }

  boolean sendAgain(long id, String by) {
    return in(handle -> outbox.sendAgain(handle, id, by));
  }

  List<OutboxEntry> replies(int ticket) {
    return in(handle -> outbox.of(handle, ticket));
  }

  List<ParkedMail> parked() {
    return in(handle -> parkedMails().waiting(handle, 100));
  }

  Taken release(long id, String by) {
    return in(handle -> parkedMails().release(handle, id, by));
  }

  private ParkedMails parkedMails() {
    return new ParkedMails(Mailboxes.OWN, MailSettings.Limits.STANDARD, clock);
  }

  <T> T in(Function<Handle, T> work) {
    return store.besides(work);
  }

  void set(Ticket ticket, String status, String owner) {
    in(handle ->
        handle
            .createUpdate(
                "update ticket set status = :status, owner = :owner where number = :number")
            .bind("status", status)
            .bind("owner", owner)
            .bind("number", ticket.number())
            .execute());
  }

  /** What the record says changed about a ticket: what, before, after. */
  List<String> changes(int ticket) {
    return in(handle ->
        handle
            .createQuery("select * from change where ticket = :ticket order by seq")
            .bind("ticket", ticket)
            .map((row, context) ->
                "%s: %s -> %s, by %s"
                    .formatted(
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("by")))
            .list());
  }

  /** The texts of a ticket's messages, with their kinds. */
  List<String> messages(int ticket) {
    return in(handle ->
        handle
            .createQuery(
                "select kind || ' ' || author || ': ' || text from message where ticket = :t order by id")
            .bind("t", ticket)
            .mapTo(String.class)
            .list());
  }

  @Override
  public void close() {
    store.close();
  }
}
