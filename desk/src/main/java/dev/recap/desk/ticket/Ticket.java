package dev.recap.desk.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the store has it.
 *
 * @param number from 1, in the order of arrival
 * @param id the name that it came with; {@code TICKET-} and its number where it had none
 * @param run the run that holds or handed it in; null while it waits
 * @param care what people have to do with it
 */
public record Ticket(
    int number,
    String id,
    NewTicket asked,
    Handling handling,
    TicketStatus status,
    @Nullable String run,
    Care care) {

  /**
   * What people have to do with a ticket.
   *
   * @param owner who has it; null for nobody
   * @param reason why a person is needed; null where none is
   * @param remark what a person told the agent when the draft was sent back; null for nothing
   * @param revision from 1, one more with everything that a draft may not know of
   * @param draftRevision the revision that the draft answers; null without one
   * @param guidance the version of the rules that the draft was made with; null for none on record
   */
  public record Care(
      @Nullable String owner,
      @Nullable String reason,
      @Nullable String remark,
      int revision,
      @Nullable Integer draftRevision,
      @Nullable Integer guidance) {

    /** How every ticket is born. */
    public static final Care NONE = new Care(null, null, null, 1, null, null);

    /** Whether the customer has said something that the draft does not know of. */
    public boolean isStale() {
      return draftRevision != null && draftRevision != revision;
    }
  }

  public Ticket {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(handling, "handling");
    Objects.requireNonNull(care, "care");
    if (number < 1) {
      throw new IllegalArgumentException("tickets are numbered from 1, but was " + number);
    }
    boolean held = status == TicketStatus.IN_PROGRESS || status == TicketStatus.COMPLETED;
    if ((status == TicketStatus.NEW && run != null) || (held && run == null)) {
      throw new IllegalArgumentException(
          "a ticket is held by a run from when it is begun, but %d was %s and held by %s"
              .formatted(number, status, run));
    }
  }

  /** The name of a ticket that came without one. */
  static String nameOf(int number) {
    return "TICKET-" + number;
  }
}
