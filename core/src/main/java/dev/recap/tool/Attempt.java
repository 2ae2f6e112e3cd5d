package dev.recap.tool;

import dev.recap.work.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call on its thread. Either its answer comes in time, or it is given up and may still finish:
 * one of the two happens first, and both sides know which.
 */
final class Attempt {
  private @Nullable ToolAnswer answer;
  private @Nullable Thread thread;
  private boolean effectBegun;
  private boolean givenUp;
  private boolean over;
  private boolean repeat;

  /**
   * The call is about to be made, on this thread.
   *
   * @return false when it was given up before: then it must not be made any more
   */
  synchronized boolean begin() {
    thread = givenUp ? null : Thread.currentThread();
    return !givenUp;
  }

  /** Whether it may have had its effect, of a tool that says when that begins or does not. */
  synchronized boolean mayHaveHappened(boolean saysWhen) {
    return saysWhen ? effectBegun : thread != null;
  }

  /**
   * The tool says that its effect begins.
   *
   * @return false when it was given up before, or its method has ended
   */
  synchronized boolean effectBegins() {
    boolean mayBegin = !givenUp && !over;
    effectBegun |= mayBegin;
    return mayBegin;
  }

  /** Its method has ended: what has not begun its effect by now never does. */
  synchronized void over() {
    over = true;
  }

  /** The call came to its end with this answer. */
  synchronized void answered(ToolAnswer said) {
    answer = said;
  }

  /**
   * Nobody waits any longer: it is interrupted.
   *
   * @return the answer, if it came at the last moment
   */
  synchronized Optional<ToolAnswer> giveUp() {
    givenUp = answer == null;
    if (givenUp && thread != null) {
      thread.interrupt();
    }
    return answer();
  }

  synchronized boolean isGivenUp() {
    return givenUp;
  }

  /** It is the repeat of a try of which nobody knows: that it fails says nothing of the first. */
  synchronized void isRepeat() {
    repeat = true;
  }

  /** What it said in the end, as far as that settles the call. */
  synchronized Optional<ToolAnswer> lateAnswer() {
    return answer()
        .filter(said ->
            said.outcome() == Outcome.CONFIRMED || (said.outcome() == Outcome.FAILED && !repeat));
  }

  synchronized Optional<ToolAnswer> answer() {
    return Optional.ofNullable(answer);
  }
}
