package dev.recap.desk.queue;

import dev.recap.desk.rules.DeskRules;
import java.util.List;

/** In which order tickets are shown. */
public sealed interface QueueOrder {
  /** What came in last first. */
  QueueOrder NEWEST = new Newest();

  /** What came in first first. */
  QueueOrder OLDEST = new Oldest();

  /** By when they came in, the last first. */
  record Newest() implements QueueOrder {}

  /** By when they came in, the first first. */
  record Oldest() implements QueueOrder {}

  /**
   * By priority, and then the oldest first.
   *
   * @param names from the most urgent; what has another priority or none comes last
   */
  record ByPriority(List<String> names) implements QueueOrder {
    private static final int MOST_NAMES = 100;

    public ByPriority {
      names = List.copyOf(names);
      if (names.size() > MOST_NAMES) {
        throw new IllegalArgumentException(
            "there were %,d priorities, but at most %d were expected"
                .formatted(names.size(), MOST_NAMES));
      }
    }
  }

  /** By the priorities of a desk. */
  static QueueOrder byPriority(DeskRules rules) {
    return new ByPriority(DeskRules.names(rules.priorities()).reversed());
  }
}
