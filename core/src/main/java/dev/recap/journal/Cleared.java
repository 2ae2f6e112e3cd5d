package dev.recap.journal;

import java.util.Objects;

/**
 * One result that a line now stands for; the call stays.
 *
 * @param turn the turn that asked
 * @param stub what the model reads instead of the result
 */
public record Cleared(int turn, String callId, String stub) {
  public Cleared {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(stub, "stub");
    if (turn < 1) {
      throw new IllegalArgumentException("turns count from 1, but was " + turn);
    }
  }
}
