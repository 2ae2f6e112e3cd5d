package dev.recap.desk.review;

import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people do to a ticket beside deciding on its draft. Each is one transaction with a row in
 * the record of changes. Safe for many threads and processes.
 */
public final class ByHand {
  private static final int MOST_TEXT = 20_000;

  private final TicketStore store;
  private final InstantSource clock;

  public ByHand(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sets the category, the priority or the team; the agent leaves it so from then on.
   *
   * @param before what the person saw; null for nothing
   * @param rules the values there are
   */
  public void set(
      String ticketId,
      Step part,
      @Nullable String before,
      String value,
      String by,
      DeskRules rules) {
    List<String> values =
        switch (part) {
          case CATEGORY -> DeskRules.names(rules.categories());
          case PRIORITY -> DeskRules.names(rules.priorities());
          case TEAM -> DeskRules.names(rules.teams());
          case DRAFT -> throw new IllegalArgumentException("a draft is edited in review");
        };
    String field = part.name().toLowerCase(Locale.ROOT);
    if (!values.contains(value)) {
      throw new RefusedException(
          Reason.VALUE, "%s is '%s', but must be one of %s".formatted(field, value, values));
    }
    change(
        ticketId,
        (handle, ticket) -> {
          String now = ticket.handling().value(part);
          if (!Objects.equals(now, before)) {
            throw new RefusedException(
                Reason.CHANGED,
                "the %s of %s is '%s' by now: look at it again"
                    .formatted(field, ticketId, Objects.requireNonNullElse(now, "")));
          }
          handle
              .createUpdate(
                  "update ticket set %s = :value, %s_by = :by where number = :number"
                      .formatted(field, field))
              .bind("value", value)
              .bind("by", by)
              .bind("number", ticket.number())
              .execute();
          return Change.of(clock.instant(), by, field, now, value);
        });
  }

  /** A note among the people of the desk. */
  public void note(String ticketId, String by, String text) {
    String note = RefusedException.checked("note", text, MOST_TEXT);
    store.besides(handle -> {
      Said.note(handle, found(handle, ticketId).number(), by, note, clock.instant());
      return null;
    });
  }

  /**
   * The customer has written again: a draft does not know of it, and what was answered is open
   * again, with the person who has it or else in the queue.
   */
  public void customerWrote(String ticketId, String author, String text) {
    store.besides(handle -> {
      customerWrote(handle, ticketId, author, text, clock.instant());
      return null;
    });
  }

  /**
   * The same in a transaction of {@link TicketStore#besides}.
   *
   * @throws RefusedException when there is no such ticket, or the text is blank or too long
   */
  public static void customerWrote(
      Handle handle, String ticketId, String author, String text, Instant now) {
    String said = RefusedException.checked("text", text, MOST_TEXT);
    change(
        handle,
        ticketId,
        ticket -> {
          Said.customer(handle, ticket.number(), author, said, now);
          return reopened(handle, ticket, author, now);
        });
  }

  private static Change reopened(Handle handle, Ticket ticket, String author, Instant now) {
    boolean done =
        ticket.status() == TicketStatus.ANSWERED || ticket.status() == TicketStatus.CLOSED;
    TicketStatus status =
        !done
            ? ticket.status()
            : ticket.care().owner() == null ? TicketStatus.NEW : TicketStatus.NEEDS_PERSON;
    handle
        .createUpdate(
            """
            update ticket set revision = revision + 1, status = :status,
                              run = case when :status = 'new' then null else run end,
                              draft = case when :done then null else draft end,
                              draft_revision = case when :done then null else draft_revision end
            where number = :number\
            """)
        .bind("status", status.label())
        .bind("done", done)
        .bind("number", ticket.number())
        .execute();
    return Change.of(
        now,
        author,
        done ? "opened again" : "customer wrote",
        ticket.status().label(),
        status.label());
  }

  /** The person lets go of a ticket: the agent works it. */
  public void handBack(String ticketId, String by) {
    move(ticketId, by, "handed back", TicketStatus.NEEDS_PERSON, TicketStatus.NEW);
  }

  /** Nothing more is to be done. */
  public void close(String ticketId, String by) {
    change(
        ticketId,
        (handle, ticket) -> {
          if (ticket.status() == TicketStatus.IN_PROGRESS) {
            throw new RefusedException(
                Reason.HELD, "the agent has %s: take it over first".formatted(ticketId));
          }
          return moved(handle, ticket, by, "closed", TicketStatus.CLOSED);
        });
  }

  private void move(String id, String by, String what, TicketStatus from, TicketStatus to) {
    change(
        id,
        (handle, ticket) -> {
          if (ticket.status() != from) {
            throw new RefusedException(
                Reason.NOT_NOW,
                "%s is %s, but this is for one that is %s"
                    .formatted(id, ticket.status().label(), from.label()));
          }
          return moved(handle, ticket, by, what, to);
        });
  }

  private Change moved(Handle handle, Ticket ticket, String by, String what, TicketStatus to) {
    String owner = ticket.care().owner();
    if (owner != null && !owner.equals(by)) {
      throw new RefusedException(Reason.HELD, "%s has %s".formatted(owner, ticket.id()));
    }
    handle
        .createUpdate(
            """
            update ticket set status = :status, owner = null, reason = null,
                              run = case when :status = 'new' then null else run end
            where number = :number\
            """)
        .bind("status", to.label())
        .bind("number", ticket.number())
        .execute();
    return Change.of(clock.instant(), by, what, ticket.status().label(), to.label());
  }

  private void change(String ticketId, BiFunction<Handle, Ticket, Change> work) {
    store.besides(handle -> {
      change(handle, ticketId, ticket -> work.apply(handle, ticket));
      return null;
    });
  }

  private static void change(Handle handle, String ticketId, Function<Ticket, Change> work) {
    Ticket ticket = found(handle, ticketId);
    Change change = work.apply(ticket);
    Change.write(handle, ticket.number(), change);
    handle
        .createUpdate("update ticket set changed_at = :now where number = :number")
        .bind("now", change.at().toString())
        .bind("number", ticket.number())
        .execute();
  }

  private static Ticket found(Handle handle, String ticketId) {
    return TicketStore.find(handle, ticketId)
        .orElseThrow(() ->
            new RefusedException(
                Reason.UNKNOWN, "ticket is '%s', but there is no such one".formatted(ticketId)));
  }
}
