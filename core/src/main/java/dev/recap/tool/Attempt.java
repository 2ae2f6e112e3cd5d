package dev.recap.tool;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call on its thread. Either its answer comes in time, or it is given up and may still finish:
 * one of the two happens first, and both sides know which.
 */
final class Attempt {
  private @Nullable ToolAnswer answer;
  private boolean begun;
  private boolean ended;
  private boolean givenUp;

  /**
   * The call is about to be made.
   *
   * @return false when it was given up before: then it must not be made any more
   */
  synchronized boolean begin() {
    begun = !givenUp;
    return begun;
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  /** The call came to its end with this answer. */
  synchronized void answered(ToolAnswer said) {
    answer = said;
  }

  /** Nothing more will happen, with an answer or without. */
  synchronized void ended() {
    ended = true;
  }

  /**
   * Nobody waits any longer.
   *
   * @return the answer, if it came at the last moment
   */
  synchronized Optional<ToolAnswer> giveUp() {
    givenUp = answer == null;
    return answer();
  }

  synchronized boolean isGivenUp() {
    return givenUp;
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized Optional<ToolAnswer> answer() {
    return Optional.ofNullable(answer);
  }
}
