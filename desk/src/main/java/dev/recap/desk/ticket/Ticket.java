package dev.recap.desk.ticket;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the store has it.
 *
 * @param number from 1, in the order of arrival
 * @param run the run that holds or completed it; null while it waits
 */
public record Ticket(
    int number, NewTicket asked, Handling handling, TicketStatus status, @Nullable String run) {
  private static final Pattern ID = Pattern.compile("TICKET-([1-9][0-9]{0,8})");

  public Ticket {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(handling, "handling");
    if (number < 1) {
      throw new IllegalArgumentException("tickets are numbered from 1, but was " + number);
    }
    if ((status == TicketStatus.NEW) != (run == null)) {
      throw new IllegalArgumentException(
          "a ticket is held by a run unless it is new, but %d was %s and held by %s"
              .formatted(number, status, run));
    }
  }

  /** The ticket's name: {@code TICKET-} and its number. */
  public String id() {
    return "TICKET-" + number;
  }

  /** The number in a ticket's name; empty when the text is not such a name. */
  static OptionalInt numberIn(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
