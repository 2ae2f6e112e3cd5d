package dev.recap.desk.mail;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketLists;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is said outside the desk, put on its tickets inside the caller's transaction: new tickets,
 * what customers and colleagues said later, and what a person has to look at.
 */
public final class TicketBook {
  private final InstantSource clock;

  public TicketBook(InstantSource clock) {
    this.clock = clock;
  }

  /** The customer with this address, or a new one. */
  public Customer customer(Handle handle, @Nullable String name, @Nullable String email) {
    Optional<Integer> known =
        email == null
            ? Optional.empty()
            : handle
                .createQuery(
                    """
                    select customer_number from ticket where lower(customer_email) = :email
                    order by number desc limit 1\
                    """)
                .bind("email", MailAddress.key(email))
                .mapTo(Integer.class)
                .findOne();
    return new Customer(known.orElseGet(() -> nextCustomer(handle)), name, email);
  }

  private static int nextCustomer(Handle handle) {
    return handle
        .createQuery("select coalesce(max(customer_number), 0) + 1 from ticket")
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Puts a ticket at the end of the queue and returns its number.
   *
   * @throws IllegalArgumentException when its external id is another ticket's name
   */
  public int open(Handle handle, NewTicket ticket) {
    int number = TicketLists.add(handle, ticket).number();
    handle
        .createUpdate("update ticket set changed_at = :now where number = :number")
        .bind("now", now())
        .bind("number", number)
        .execute();
    return number;
  }

  /**
   * Adds what was said to its ticket, which counts one revision more: a draft does not know of it.
   *
   * <p>When a customer speaks, an answered or a closed ticket opens again: for the agent, or for
   * the person who owns it. What somebody else says in a customer's place is for a person to look
   * at. What a colleague replied elsewhere answers a ticket that still waits.
   *
   * @return the id of the message
   */
  public long hears(Handle handle, Said said) {
    long id =
        handle
            .createQuery(
                """
                insert into message (ticket, kind, author, text, at, mail_id)
                values (:ticket, :kind, :author, :text, :at, :mailId)
                returning id\
                """)
            .bind("ticket", said.ticket())
            .bind("kind", said.kind().label())
            .bind("author", said.author())
            .bind("text", said.text())
            .bind("at", said.at().toString())
            .bind("mailId", said.mailId())
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            "update ticket set revision = revision + 1, changed_at = :now where number = :ticket")
        .bind("now", now())
        .bind("ticket", said.ticket())
        .execute();
    switch (said.kind()) {
      case CUSTOMER -> opensAgain(handle, said);
      case STRANGER ->
          needsPerson(
              handle,
              said.ticket(),
              said.author(),
              "%s wrote, who is not the customer of this ticket".formatted(said.author()));
      case REPLY -> answered(handle, said);
      case NOTE -> {}
    }
    return id;
  }

  private void opensAgain(Handle handle, Said said) {
    Standing standing = Standing.of(handle, said.ticket());
    if (!standing.isDone()) {
      return;
    }
    if (standing.owner() != null) {
      move(
          handle,
          said.ticket(),
          said.author(),
          standing,
          "needs_person",
          "the customer wrote again");
    } else {
      move(handle, said.ticket(), said.author(), standing, "new", null);
    }
  }

  private void answered(Handle handle, Said said) {
    Standing standing = Standing.of(handle, said.ticket());
    if (standing.isNew()) {
      move(handle, said.ticket(), said.author(), standing, "answered", null);
    }
  }

  /**
   * Puts a ticket before a person, unless the agent holds it or a person looks at it anyway.
   *
   * @param by who or what brought it about
   */
  public void needsPerson(Handle handle, int ticket, String by, String reason) {
    Standing standing = Standing.of(handle, ticket);
    if (standing.isDone() || standing.isNew()) {
      move(handle, ticket, by, standing, "needs_person", reason);
    }
  }

  /** Takes back {@link #needsPerson} with this reason, where it still stands. */
  public void noLongerNeedsPerson(Handle handle, int ticket, String by, String reason) {
    Standing standing = Standing.of(handle, ticket);
    if (standing.status().equals("needs_person") && reason.equals(standing.reason())) {
      move(handle, ticket, by, standing, "answered", null);
    }
  }

  private void move(
      Handle handle,
      int ticket,
      String by,
      Standing standing,
      String status,
      @Nullable String reason) {
    // A ticket in the queue is held by no run, and picked for no shift of the past.
    boolean queued = status.equals("new");
    handle
        .createUpdate(
            """
            update ticket set status = :status, reason = :reason, changed_at = :now,
                              run = case when :queued then null else run end,
                              lot = case when :queued then null else lot end
            where number = :ticket\
            """)
        .bind("status", status)
        .bind("reason", reason)
        .bind("now", now())
        .bind("queued", queued)
        .bind("ticket", ticket)
        .execute();
    changed(handle, ticket, by, new Change("status", standing.status(), status));
  }

  /** Puts on record what became of something about a ticket. */
  void changed(Handle handle, int ticket, String by, Change change) {
    handle
        .createUpdate(
            """
            insert into change (ticket, at, by, what, before, after)
            values (:ticket, :at, :by, :what, :before, :after)\
            """)
        .bind("ticket", ticket)
        .bind("at", now())
        .bind("by", by)
        .bind("what", change.what())
        .bind("before", change.before())
        .bind("after", change.after())
        .execute();
  }

  private String now() {
    return clock.instant().toString();
  }

  record Change(String what, @Nullable String before, @Nullable String after) {}

  private record Standing(String status, @Nullable String owner, @Nullable String reason) {
    static Standing of(Handle handle, int ticket) {
      return handle
          .createQuery("select status, owner, reason from ticket where number = :ticket")
          .bind("ticket", ticket)
          .map((row, context) ->
              new Standing(
                  row.getString("status"), row.getString("owner"), row.getString("reason")))
          .one();
    }

    boolean isDone() {
      return status.equals("answered") || status.equals("closed");
    }

    boolean isNew() {
      return status.equals("new");
    }
  }
}
