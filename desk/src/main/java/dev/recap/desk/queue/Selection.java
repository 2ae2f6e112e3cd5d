package dev.recap.desk.queue;

import java.util.LinkedHashSet;
import java.util.List;

/** Which tickets are picked. */
public sealed interface Selection {

  /** These, each once. */
  record Ids(List<String> ids) implements Selection {
    private static final int MOST = 10_000;

    public Ids {
      ids = List.copyOf(new LinkedHashSet<>(ids));
      if (ids.size() > MOST) {
        throw new IllegalArgumentException(
            "%,d tickets were picked by id, but at most %,d were expected"
                .formatted(ids.size(), MOST));
      }
    }
  }

  /** All that a filter means when it is used, not when it was shown. */
  record Matching(QueueFilter filter) implements Selection {}
}
