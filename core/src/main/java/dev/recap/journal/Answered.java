package dev.recap.journal;

import dev.recap.conversation.ToolResult;
import dev.recap.work.Opening;
import org.jspecify.annotations.Nullable;

/**
 * A call has its one answer.
 *
 * @param result what the model is shown
 * @param whole what the tool said; the same text unless it was too long to show
 * @param about the work item that the call names; null for none
 * @param change what happened to a work item; null for nothing
 */
public record Answered(
    ToolResult result,
    String whole,
    Standing standing,
    @Nullable Opening about,
    @Nullable ItemChange change)
    implements Entry {

  /** How a call came to its answer. */
  public enum Standing {
    /** The tool ran and succeeded. */
    CONFIRMED,
    /** The tool ran and did not succeed; its idempotency key is free again. */
    FAILED,
    /** The tool ran and nobody knows whether it took effect. */
    UNKNOWN,
    /** Not executed: the effect stands already, and its receipt is the answer. */
    RECEIPT,
    /** Not executed: no such tool, wrong arguments, or a reply whose calls must not run. */
    REJECTED;

    /** Whether the tool ran. */
    public boolean executed() {
      return this == CONFIRMED || this == FAILED || this == UNKNOWN;
    }
  }

  public Answered {
    if (change != null && standing != Standing.CONFIRMED) {
      throw new IllegalArgumentException(
          "only a confirmed call changes a work item, but %s was %s"
              .formatted(result.callId(), standing));
    }
  }

  /** An answer to a call that was not executed. */
  public static Answered unexecuted(
      String callId, String text, Standing standing, @Nullable Opening about) {
    if (standing.executed()) {
      throw new IllegalArgumentException("a call that did not run cannot be " + standing);
    }
    boolean error = standing == Standing.REJECTED;
    return new Answered(new ToolResult(callId, text, error), text, standing, about, null);
  }

  /**
   * The same with no more than this many characters shown to the model, and a word that says so.
   */
  public Answered shown(int most) {
    if (whole.length() <= most) {
      return this;
    }
    int end = Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most;
    String preview =
        "%s\n[cut: the first %d of %d characters; the whole result is on record]"
            .formatted(whole.substring(0, end), end, whole.length());
    return new Answered(
        new ToolResult(callId(), preview, result.error(), result.shown()),
        whole,
        standing,
        about,
        change);
  }

  public String callId() {
    return result.callId();
  }
}
