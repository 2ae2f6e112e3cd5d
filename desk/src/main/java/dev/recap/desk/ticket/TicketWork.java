package dev.recap.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private @Nullable String subject;

  TicketWork(Handle handle, String run) {
    this.handle = handle;
    this.run = run;
  }

  /** States which ticket the call is about, by its id, which goes into the call's row. */
  public void about(String ticketId) {
    subject = ticketId;
  }

  /** The ticket with this id; empty when there is none or the text is no ticket id. */
  public Optional<Ticket> find(String ticketId) {
    OptionalInt number = Ticket.numberIn(ticketId);
    return number.isPresent()
        ? handle
            .createQuery("select * from ticket where number = :number")
            .bind("number", number.getAsInt())
            .map((row, context) -> TicketRows.ticket(row))
            .findOne()
        : Optional.empty();
  }

  /** The ticket that the calling run works on; empty when it holds none. */
  public Optional<Ticket> held() {
    return handle
        .createQuery("select * from ticket where run = :run and status = 'in_progress'")
        .bind("run", run)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  /**
   * Hands the ticket that has waited longest to the calling run; empty when none waits.
   *
   * @throws IllegalStateException when the run still holds another
   */
  public Optional<Ticket> claimNext() {
    held()
        .ifPresent(ticket -> {
          throw new IllegalStateException(
              "run %s still holds %s and works on one ticket at a time"
                  .formatted(run, ticket.id()));
        });
    return handle
        .createQuery(
            """
            update ticket set status = 'in_progress', run = :run
            where number = (select min(number) from ticket where status = 'new')
            returning *\
            """)
        .bind("run", run)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  public void classify(Ticket ticket, Category category) {
    set("category", category.label(), ticket);
  }

  public void prioritise(Ticket ticket, Priority priority) {
    set("priority", priority.label(), ticket);
  }

  public void route(Ticket ticket, Team team) {
    set("team", team.label(), ticket);
  }

  public void draft(Ticket ticket, String text) {
    set("draft", text, ticket);
  }

  /** Takes the ticket out of the queue for good, or leaves it there if it is out already. */
  public void complete(Ticket ticket) {
    set("status", TicketStatus.COMPLETED.label(), ticket);
  }

  /** Works on tables that others keep in this database, in the transaction of the call. */
  public <T> T besides(Function<Handle, T> work) {
    return work.apply(handle);
  }

  public QueueCounts counts() {
    return counts(handle);
  }

  static QueueCounts counts(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*) filter (where status = 'new') as waiting,
                   count(*) filter (where status = 'in_progress') as in_progress,
                   count(*) filter (where status = 'completed') as completed
            from ticket\
            """)
        .map((row, context) ->
            new QueueCounts(
                row.getInt("waiting"), row.getInt("in_progress"), row.getInt("completed")))
        .one();
  }

  /** Ids of the newest closed tickets of the same customer, newest first, five at most. */
  public List<String> closedOfSameCustomer(Ticket ticket) {
    return handle
        .createQuery(
            """
            select * from ticket
            where customer_number = :customer and status = 'completed' and number <> :number
            order by number desc limit 5\
            """)
        .bind("customer", ticket.asked().customer().number())
        .bind("number", ticket.number())
        .map((row, context) -> TicketRows.ticket(row).id())
        .list();
  }

  Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  private void set(String column, String value, Ticket ticket) {
    if (!List.of("category", "priority", "team", "draft", "status").contains(column)) {
      throw new IllegalArgumentException("tickets have no column to set named " + column);
    }
    handle
        .createUpdate("update ticket set " + column + " = :value where number = :number")
        .bind("value", value)
        .bind("number", ticket.number())
        .execute();
  }
}
