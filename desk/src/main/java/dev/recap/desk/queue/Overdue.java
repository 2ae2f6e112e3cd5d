package dev.recap.desk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a ticket may wait: from when it came in, or was opened again, until it is answered or
 * closed.
 *
 * @param byPriority the longest wait of a priority, from a second to ten years
 * @param otherwise the longest wait of those that have another priority, or none yet
 * @param now up to when it has waited
 */
public record Overdue(Map<String, Duration> byPriority, Duration otherwise, Instant now) {
  /** What people take for too long where nobody has said otherwise. */
  public static final Duration A_DAY = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofDays(3_650);

  public Overdue {
    byPriority = Map.copyOf(byPriority);
    byPriority.forEach(Overdue::check);
    check("other priorities", otherwise);
  }

  private static void check(String whose, Duration wait) {
    if (wait.compareTo(Duration.ofSeconds(1)) < 0 || wait.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the longest wait of %s was %s, but 1 second to %d days were expected"
              .formatted(whose, wait, LONGEST.toDays()));
    }
  }
}
