package dev.recap.journal;

import java.util.Objects;

/**
 * A person said whether a call may run.
 *
 * @param turn in which it was asked for
 * @param reason why it may not; may be empty
 */
public record Decided(int turn, String callId, boolean approved, String reason) implements Entry {
  public Decided {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(reason, "reason");
  }
}
