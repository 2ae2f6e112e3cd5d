package dev.recap.journal;

import dev.recap.model.ModelReply;
import java.time.Instant;

/**
 * The model replied: a turn began.
 *
 * @param turn counted from 1 over the whole conversation
 */
public record Replied(int turn, ModelReply reply, Instant at) implements Entry {
  public Replied {
    if (turn < 1) {
      throw new IllegalArgumentException("turns count from 1, but was " + turn);
    }
  }
}
