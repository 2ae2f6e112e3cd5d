package dev.recap.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * A person said whether a call may run.
 *
 * @param turn in which it was asked for
 * @param word what was said
 */
public record Decided(int turn, String callId, Word word) implements Entry {

  /**
   * A person's yes or no.
   *
   * @param reason why it may not; may be empty
   * @param by who said so
   */
  public record Word(boolean approved, String reason, String by, Instant at) {
    public Word {
      Objects.requireNonNull(reason, "reason");
      if (by.isBlank()) {
        throw new IllegalArgumentException("who decides has a name, but it was blank");
      }
    }
  }
}
