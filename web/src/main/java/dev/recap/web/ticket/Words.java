package dev.recap.web.ticket;

import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages say things of tickets. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Words() {}

  /** A status as people say it. */
  public static String of(TicketStatus status) {
    return switch (status) {
      case NEW -> "new";
      case IN_PROGRESS -> "with the agent";
      case COMPLETED -> "in review";
      case NEEDS_PERSON -> "needs a person";
      case ANSWERED -> "answered";
      case CLOSED -> "closed";
    };
  }

  /** A point in time, in UTC. */
  public static String of(Instant at) {
    return TIME.format(at) + " UTC";
  }

  /** How long something took, in the unit that fits. */
  public static String of(Duration time) {
    if (time.toDays() > 1) {
      return "%,d days".formatted(time.toDays());
    }
    if (time.toHours() > 1) {
      return "%d hours".formatted(time.toHours());
    }
    return time.toMinutes() == 1
        ? "1 minute"
        : "%d minutes".formatted(Math.max(0, time.toMinutes()));
  }

  /** Who wrote, as far as anybody knows. */
  public static String customer(Ticket ticket) {
    var customer = ticket.asked().customer();
    if (customer.name() != null) {
      return customer.name();
    }
    return customer.email() == null ? "customer " + customer.number() : customer.email();
  }
}
