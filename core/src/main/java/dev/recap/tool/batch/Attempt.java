package dev.recap.tool.batch;

import dev.recap.tool.CallContext;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolFailure;
import dev.recap.tool.binding.ReadyTool;
import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call on its thread. Either its answer comes in time, or it is given up and may still finish:
 * one of the two happens first, and both sides know which. Where it comes to no answer of its own,
 * the answer says what may have happened.
 */
public final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

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
      over(broken(thrown));
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

  /** The answer to it where nobody waits any longer. */
  ToolAnswer unanswered(String what) {
    String text = "%s %s".formatted(call.tool(), what);
    return mayHaveHappened()
        ? unclear(text, text + "; it changes nothing and may be called again.")
        : failed(text + " before it had begun; it was not executed and may be called again.");
  }

  /** The answer to it where the tool threw this. */
  private ToolAnswer broken(Throwable thrown) {
    String said = message(thrown);
    if (thrown instanceof ToolFailure) {
      return failed(said);
    }
    LOG.warn("tool '{}' threw {}; its answer says so", call.tool(), said);
    String failure = "%s failed: %s".formatted(call.tool(), said);
    return tool.nothingHappened(thrown) || !mayHaveHappened()
        ? failed(failure)
        : unclear("%s broke off: %s".formatted(call.tool(), said), failure);
  }

  /** What an exception says; of one that cannot even say that, its name. */
  private static String message(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    try {
      return thrown.getMessage() == null ? name : thrown.getMessage();
    } catch (RuntimeException | Error broken) {
      return name;
    }
  }

  private ToolAnswer unclear(String ofChange, String ofRead) {
    String after =
        switch (tool.declaration().effect()) {
          case READ_ONLY -> "";
          case IDEMPOTENT -> ". It may have taken effect, and may be called again.";
          case ONCE, UNDECLARED ->
              ". Nobody knows yet whether it took effect; it must not be tried again blindly.";
        };
    return after.isEmpty()
        ? failed(ofRead)
        : new ToolAnswer(call.callId(), ofChange + after, Outcome.UNKNOWN, null);
  }

  private ToolAnswer failed(String text) {
    return ToolAnswer.failed(call.callId(), text);
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
