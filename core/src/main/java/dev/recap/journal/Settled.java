package dev.recap.journal;

import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Somebody found out what became of a call whose outcome was unknown. The answer that the model was
 * given stays as it is.
 *
 * @param outcome confirmed, or failed: its idempotency key is free again
 * @param receipt what the tool or the caller said
 * @param change what happened to a work item; null for nothing
 */
public record Settled(
    Subject subject, Outcome outcome, String receipt, How how, @Nullable ItemChange change)
    implements Entry {

  /**
   * The call in question.
   *
   * @param turn in which it was asked for
   */
  public record Subject(IdempotencyKey key, String callId, int turn) {}

  /** Who found out. */
  public enum How {
    /** The tool itself, which finished after it had been given up. */
    LATE_FINISH,
    /** The look-up that was declared for the tool. */
    LOOK_UP,
    /** The other side, which was sent the call again with the key that it honours. */
    SENT_AGAIN,
    /** The program or the person that runs the agent. */
    CALLER
  }

  public Settled {
    if (outcome == Outcome.UNKNOWN) {
      throw new IllegalArgumentException(
          "an effect is settled as CONFIRMED or FAILED, but %s was to be settled as UNKNOWN"
              .formatted(subject.key()));
    }
    if (change != null && outcome != Outcome.CONFIRMED) {
      throw new IllegalArgumentException(
          "only a confirmed call changes a work item, but %s was %s"
              .formatted(subject.callId(), outcome));
    }
  }

  public boolean confirmed() {
    return outcome == Outcome.CONFIRMED;
  }
}
