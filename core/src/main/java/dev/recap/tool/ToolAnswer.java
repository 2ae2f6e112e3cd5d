package dev.recap.tool;

import dev.recap.work.Outcome;
import dev.recap.work.WorkChange;
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

  static ToolAnswer unknown(String callId, String text) {
    return new ToolAnswer(callId, text, Outcome.UNKNOWN, null);
  }

  static ToolAnswer failed(String callId, String text) {
    return new ToolAnswer(callId, text, Outcome.FAILED, null);
  }
}
