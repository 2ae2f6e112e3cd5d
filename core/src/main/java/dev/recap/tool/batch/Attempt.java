package dev.recap.tool.batch;

import dev.recap.tool.CallContext;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.binding.ReadyTool;
import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call on its thread. Either its answer comes in time, or it is given up and may still finish:
 * one of the two happens first, and both sides know which.
 */
public final class Attempt {
  final ReadyTool tool;
  final CallContext call;
  final Duration limit;
  private final boolean repeat;
  private final Body body;
  private @Nullable ToolAnswer answer;
  private @Nullable Thread thread;
  private boolean effectBegun;
  private boolean givenUp;
  private boolean over;

  /** The call itself. */
  @FunctionalInterface
  public interface Body {

    /** Makes it. What it throws comes from the tool. */
    ToolAnswer run(Attempt attempt) throws Throwable;
  }

  /**
   * One that has not begun.
   *
   * @param repeat whether it follows a try of which nobody knows: that it fails says nothing of the
   *     first
   */
  public Attempt(ReadyTool tool, CallContext call, Duration limit, boolean repeat, Body body) {
    this.tool = tool;
    this.call = call;
    this.limit = limit;
    this.repeat = repeat;
    this.body = body;
  }

  /** Makes the call on this thread, unless it was given up before; whether it was made. */
  boolean run() {
    synchronized (this) {
      if (givenUp) {
        return false;
      }
      thread = Thread.currentThread();
    }
    try {
      over(body.run(this));
    } catch (Throwable thrown) {
      over(null);
      over(Ending.thrown(this, thrown));
    }
    return true;
  }

  /** Its method has ended: what has not begun its effect by now never does. */
  private synchronized void over(@Nullable ToolAnswer said) {
    over = true;
    answer = said;
  }

  /** Whether it may have had its effect, of a tool that says when that begins or does not. */
  synchronized boolean mayHaveHappened() {
    return tool.saysWhenItBegins() ? effectBegun : thread != null;
  }

  /**
   * The tool says that its effect begins.
   *
   * @return false when it was given up before, or its method has ended
   */
  public synchronized boolean effectBegins() {
    boolean mayBegin = !givenUp && !over;
    effectBegun |= mayBegin;
    return mayBegin;
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

  /** Whether an answer may still come that somebody will ask for. */
  synchronized boolean isLeftRunning() {
    return givenUp && thread != null;
  }

  /** What it said in the end, as far as that settles the call. */
  public synchronized Optional<ToolAnswer> lateAnswer() {
    return answer()
        .filter(said ->
            said.outcome() == Outcome.CONFIRMED || (said.outcome() == Outcome.FAILED && !repeat));
  }

  /** Empty while it may still take effect. */
  public synchronized Optional<ToolAnswer> answer() {
    return Optional.ofNullable(answer);
  }
}
