package dev.recap.journal;

import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened. */
public sealed interface Entry
    permits RunStarted,
        UserSaid,
        Replied,
        Waiting,
        Decided,
        Intended,
        Answered,
        Settled,
        SummaryAsked,
        Compacted,
        Weighed,
        ThinkingVoided,
        RunEnded,
        Entry.Erased {

  /**
   * What the journal had said of a work item was erased; that it was worked on stays.
   *
   * @param item the name it has from here on, which nobody can turn back into its key
   * @param by who wanted it
   * @param entries how many were changed
   */
  record Erased(WorkItem item, String by, Instant at, int entries) implements Entry {
    public Erased {
      Objects.requireNonNull(item, "item");
      if (by.isBlank()) {
        throw new IllegalArgumentException("who erases has a name, but it was blank");
      }
      if (entries < 0) {
        throw new IllegalArgumentException("0 entries or more were changed, but was " + entries);
      }
    }
  }

  /** What happened to a work item; null for nothing. */
  default @Nullable ItemChange change() {
    return null;
  }

  /** What happened to a work item. */
  default Optional<ItemChange> itemChange() {
    return Optional.ofNullable(change());
  }
}
