package dev.recap.tool;

import dev.recap.work.Letters;
import dev.recap.work.Outcome;
import dev.recap.work.WorkChange;
import dev.recap.work.WorkItem;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended.
 *
 * @param text what the tool said, whole
 * @param change what the result says about a work item; null for nothing
 */
public record ToolAnswer(String callId, String text, Outcome outcome, @Nullable WorkChange change) {
  public ToolAnswer {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(outcome, "outcome");
    if (change != null && outcome != Outcome.CONFIRMED) {
      throw new IllegalArgumentException(
          "only a confirmed call can open or close an item, but " + callId + " was " + outcome);
    }
  }

  public Optional<WorkChange> workChange() {
    return Optional.ofNullable(change);
  }

  /** The same with the item it opens in this spelling. */
  ToolAnswer spelled(Letters letters) {
    return change instanceof WorkChange.Opens(WorkItem item)
        ? new ToolAnswer(
            callId, text, outcome, new WorkChange.Opens(new WorkItem(letters.spell(item.key()))))
        : this;
  }
}
