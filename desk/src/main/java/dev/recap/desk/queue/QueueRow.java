package dev.recap.desk.queue;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a list shows it.
 *
 * @param number from 1, in the order of arrival
 * @param id the name that it came with
 */
public record QueueRow(
    int number,
    String id,
    String subject,
    Customer customer,
    State state,
    Values values,
    Times times) {

  /**
   * How far it has come.
   *
   * @param owner who has it; null for nobody
   * @param reason why a person is needed; null where none is
   * @param lot the shift that it was picked for; null for none
   * @param draft whether there is one, and whether it still answers the ticket
   */
  public record State(
      TicketStatus status,
      @Nullable String owner,
      @Nullable String reason,
      @Nullable String lot,
      Draft draft) {}

  /** What a ticket has for a draft. */
  public enum Draft {
    NONE,
    /** The customer has said something that it does not know of. */
    STALE,
    READY
  }

  /** What was decided about it. */
  public record Values(Value category, Value priority, Value team) {}

  /**
   * One part of what was decided.
   *
   * @param name null while nobody has decided
   * @param by the person who did; null where the agent did
   */
  public record Value(@Nullable String name, @Nullable String by) {}

  /**
   * When something happened to it.
   *
   * @param created when it came in
   * @param changed when anything changed last
   * @param waitingSince from when its wait is counted
   */
  public record Times(Instant created, Instant changed, Instant waitingSince) {}
}
