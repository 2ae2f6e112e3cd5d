package dev.recap.desk.queue;

import dev.recap.desk.ticket.TicketStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the queue.
 *
 * @param byStatus how many tickets of each status, all named
 * @param oldestWaiting since when the one waits that waits longest; null where none waits
 * @param overdue how many have waited too long
 */
public record QueueFigures(
    Map<TicketStatus, Integer> byStatus, @Nullable Instant oldestWaiting, int overdue) {
  public QueueFigures {
    byStatus = Map.copyOf(byStatus);
  }

  /** How many of a status. */
  public int count(TicketStatus status) {
    return byStatus.getOrDefault(status, 0);
  }

  /** How many customers wait for an answer, whoever has their tickets. */
  public int waiting() {
    return count(TicketStatus.NEW)
        + count(TicketStatus.IN_PROGRESS)
        + count(TicketStatus.COMPLETED)
        + count(TicketStatus.NEEDS_PERSON);
  }

  /** How many a person has, or has to have. */
  public int needsPerson() {
    return count(TicketStatus.NEEDS_PERSON);
  }
}
