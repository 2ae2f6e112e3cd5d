package dev.recap.desk.ticket;

import dev.recap.desk.rules.DeskRules.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one recorded call may do to the tickets, inside its transaction. Not to be kept: it is good
 * only while {@link TicketStore#record} runs.
 *
 * <p>It carries out what it is told for any ticket there is. Who may touch which ticket, and what
 * has to be there before one can be completed, is the tools' business.
 */
public final class TicketWork {
  private final Handle handle;
  private final String run;
  private final Instant now;
  private @Nullable String subject;

  TicketWork(Handle handle, String run, Instant now) {
    this.handle = handle;
    this.run = run;
    this.now = now;
  }

  /** States which ticket the call is about, by its id, which goes into the call's row. */
  public void about(String ticketId) {
    subject = ticketId;
  }

  /** The ticket with this id; empty when there is none. */
  public Optional<Ticket> find(String ticketId) {
    return find(handle, ticketId);
  }

  static Optional<Ticket> find(Handle handle, String ticketId) {
    return handle
        .createQuery("select * from ticket where name = :name")
        .bind("name", ticketId)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  /** The ticket that the calling run works on; empty when it holds none. */
  public Optional<Ticket> held() {
    return held(handle, run);
  }

  static Optional<Ticket> held(Handle handle, String run) {
    return handle
        .createQuery("select * from ticket where run = :run and status = 'in_progress'")
        .bind("run", run)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  /**
   * Hands the ticket that has waited longest to the calling run; see {@link #claimNext(String)}.
   */
  public Optional<Ticket> claimNext() {
    return claimNext(null);
  }

  /**
   * Hands the ticket that has waited longest to the calling run; empty when none waits.
   *
   * @param lot where it has to be picked for a shift; null for whichever comes
   * @throws IllegalStateException when the run still holds another
   */
  public Optional<Ticket> claimNext(@Nullable String lot) {
    held()
        .ifPresent(ticket -> {
          throw new IllegalStateException(
              "run %s still holds %s and works on one ticket at a time"
                  .formatted(run, ticket.id()));
        });
    return handle
        .createQuery(
            """
            update ticket set status = 'in_progress', run = :run, changed_at = :now
            where number = (select min(number) from ticket
                            where status = 'new' and (:lot is null or lot = :lot))
            returning *\
            """)
        .bind("run", run)
        .bind("now", now.toString())
        .bind("lot", lot)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  /** Puts on record that the agent is shown the ticket as it is now: its draft answers this. */
  public void shown(Ticket ticket) {
    handle
        .createUpdate("update ticket set shown_revision = revision where number = :number")
        .bind("number", ticket.number())
        .execute();
  }

  /** Sets the category, the priority or the team. */
  public void set(Ticket ticket, Step part, String value) {
    if (part == Step.DRAFT) {
      throw new IllegalArgumentException("a draft is set with what it was made from");
    }
    handle
        .createUpdate(
            "update ticket set %s = :value, changed_at = :now where number = :number"
                .formatted(TicketRows.column(part)))
        .bind("value", value)
        .bind("now", now.toString())
        .bind("number", ticket.number())
        .execute();
  }

  /**
   * Stores a draft that answers the ticket as the agent was shown it last.
   *
   * @param guidance the version of the rules that it was made with; null for none on record
   * @param model who wrote it; null where nobody said
   */
  public void draft(
      Ticket ticket, String text, @Nullable Integer guidance, @Nullable String model) {
    handle
        .createUpdate(
            """
            update ticket set draft = :text, draft_by = null, draft_revision = coalesce(shown_revision, revision),
                              guidance = :guidance, draft_model = :model, changed_at = :now
            where number = :number\
            """)
        .bind("text", text)
        .bind("guidance", guidance)
        .bind("model", model)
        .bind("now", now.toString())
        .bind("number", ticket.number())
        .execute();
  }

  /** Takes the ticket out of the queue, or leaves it there if it is out already. */
  public void complete(Ticket ticket) {
    complete(ticket, null);
  }

  /**
   * Takes the ticket out of the queue.
   *
   * @param reason why a person has to answer it; null where a look at the draft will do
   */
  public void complete(Ticket ticket, @Nullable String reason) {
    handle
        .createUpdate(
            """
            update ticket set status = :status, reason = :reason, changed_at = :now
            where number = :number and status = 'in_progress'\
            """)
        .bind(
            "status", (reason == null ? TicketStatus.COMPLETED : TicketStatus.NEEDS_PERSON).label())
        .bind("reason", reason)
        .bind("now", now.toString())
        .bind("number", ticket.number())
        .execute();
  }

  /** Puts on record what the agent read of an article for a ticket. */
  public void read(Ticket ticket, String query, Evidence passage) {
    handle
        .createUpdate(
            """
            insert into evidence (ticket, query, article, version, title, passage, at)
            values (:ticket, :query, :article, :version, :title, :passage, :now)\
            """)
        .bind("ticket", ticket.number())
        .bind("query", query)
        .bind("article", passage.article())
        .bind("version", passage.version())
        .bind("title", passage.title())
        .bind("passage", passage.passage())
        .bind("now", now.toString())
        .execute();
  }

  /**
   * Puts on record what the agent searched for.
   *
   * @param ticket that it works on; null for none
   * @param category where it looked; null for everywhere
   * @param hits how many articles it found
   */
  public void searched(@Nullable Ticket ticket, String query, @Nullable String category, int hits) {
    handle
        .createUpdate(
            """
            insert into article_search (at, ticket, query, category, hits)
            values (:now, :ticket, :query, :category, :hits)\
            """)
        .bind("now", now.toString())
        .bind("ticket", ticket == null ? null : ticket.number())
        .bind("query", query)
        .bind("category", category)
        .bind("hits", hits)
        .execute();
  }

  /** What the agent has read for a ticket, oldest first. */
  public List<Evidence> evidence(Ticket ticket) {
    return Evidence.of(handle, ticket.number());
  }

  /** What was said after the description, without notes, oldest first. */
  public List<Message> said(Ticket ticket) {
    return Message.withoutNotes(handle, ticket.number());
  }

  /** Works on tables that others keep in this database, in the transaction of the call. */
  public <T> T besides(Function<Handle, T> work) {
    return work.apply(handle);
  }

  public QueueCounts counts() {
    return counts(handle, null);
  }

  /** Counts what was picked for a shift; all where it is null. */
  public QueueCounts counts(@Nullable String lot) {
    return counts(handle, lot);
  }

  static QueueCounts counts(Handle handle, @Nullable String lot) {
    return handle
        .createQuery(
            """
            select count(*) filter (where status = 'new') as waiting,
                   count(*) filter (where status = 'in_progress') as in_progress,
                   count(*) filter (where status not in ('new', 'in_progress')) as completed
            from ticket where :lot is null or lot = :lot\
            """)
        .bind("lot", lot)
        .map((row, context) ->
            new QueueCounts(
                row.getInt("waiting"), row.getInt("in_progress"), row.getInt("completed")))
        .one();
  }

  /** Ids of the newest closed tickets of the same customer, newest first, five at most. */
  public List<String> closedOfSameCustomer(Ticket ticket) {
    return closedOfSameCustomer(handle, ticket);
  }

  static List<String> closedOfSameCustomer(Handle handle, Ticket ticket) {
    return handle
        .createQuery(
            """
            select name from ticket
            where customer_number = :customer and status not in ('new', 'in_progress')
              and number <> :number
            order by number desc limit 5\
            """)
        .bind("customer", ticket.asked().customer().number())
        .bind("number", ticket.number())
        .mapTo(String.class)
        .list();
  }

  Optional<String> subject() {
    return Optional.ofNullable(subject);
  }
}
