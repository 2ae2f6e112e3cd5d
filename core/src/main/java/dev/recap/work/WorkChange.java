package dev.recap.work;

import java.util.List;
import java.util.Objects;

/** What a tool's result says about work items. */
public sealed interface WorkChange {

  /** A work item was handed out. */
  record Opens(WorkItem item) implements WorkChange {
    public Opens {
      Objects.requireNonNull(item, "item");
    }
  }

  /** The work item that the call named is finished; the facts are what a ledger line may state. */
  record Closes(List<Fact> facts) implements WorkChange {
    public Closes {
      facts = List.copyOf(facts);
    }
  }
}
