package dev.recap.tool;

import dev.recap.conversation.Media;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import dev.recap.work.WorkItem.Letters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended.
 *
 * @param text what the tool said, whole
 * @param change what the result says about a work item; null for nothing
 * @param media images and documents beside the text
 */
public record ToolAnswer(
    String callId, String text, Outcome outcome, @Nullable WorkChange change, List<Media> media) {

  /** What a tool's result says about work items. */
  public sealed interface WorkChange {

    /** A work item was handed out. */
    record Opens(WorkItem item) implements WorkChange {
      public Opens {
        Objects.requireNonNull(item, "item");
      }
    }

    /**
     * The work item that the call named is finished; the facts are what a ledger line may state.
     */
    record Closes(List<Fact> facts) implements WorkChange {
      public Closes {
        facts = List.copyOf(facts);
      }
    }
  }

  public ToolAnswer {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(outcome, "outcome");
    media = List.copyOf(media);
    if (change != null && outcome != Outcome.CONFIRMED) {
      throw new IllegalArgumentException(
          "only a confirmed call can open or close an item, but " + callId + " was " + outcome);
    }
  }

  /** Text alone. */
  public ToolAnswer(String callId, String text, Outcome outcome, @Nullable WorkChange change) {
    this(callId, text, outcome, change, List.of());
  }

  /** Of a call that had no effect. */
  public static ToolAnswer failed(String callId, String text) {
    return new ToolAnswer(callId, text, Outcome.FAILED, null);
  }

  /** The same with the item it opens in this spelling. */
  ToolAnswer spelled(Letters letters) {
    return change instanceof WorkChange.Opens(WorkItem item)
        ? new ToolAnswer(
            callId,
            text,
            outcome,
            new WorkChange.Opens(new WorkItem(letters.spell(item.key()))),
            media)
        : this;
  }
}
