package dev.recap.journal;

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
        RunEnded {

  /** What happened to a work item; null for nothing. */
  default @Nullable ItemChange change() {
    return null;
  }

  /** What happened to a work item. */
  default Optional<ItemChange> itemChange() {
    return Optional.ofNullable(change());
  }
}
