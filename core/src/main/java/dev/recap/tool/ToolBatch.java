package dev.recap.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls side by side, each on a virtual thread of its own, and hands out each answer as it
 * arrives. A call that is not done at its limit is interrupted and given up; if it goes on all the
 * same, its answer is kept for whoever asks later. Whatever a tool throws, an {@code Error} too,
 * becomes its answer: the siblings go on.
 */
final class ToolBatch {
  private static final Logger LOG = LoggerFactory.getLogger(ToolBatch.class);

  private final Function<PreparedCall, ReadyTool> tools;
  private final Duration standard;
  private final LateAnswers late;
  private final BlockingQueue<Running> done = new LinkedBlockingQueue<>();
  private final List<Running> open = new ArrayList<>();

  ToolBatch(Function<PreparedCall, ReadyTool> tools, Duration standard, LateAnswers late) {
    this.tools = tools;
    this.standard = standard;
    this.late = late;
  }

  /** A call on its thread. */
  private record Running(PreparedCall call, ReadyTool tool, Attempt attempt, Duration limit) {
    Ending ending() {
      return new Ending(call, tool, attempt);
    }

    ToolAnswer giveUp(String what) {
      return attempt.giveUp().orElseGet(() -> ending().givenUp(what));
    }
  }

  /** Hands out one answer per call, on this thread. */
  void run(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    run(calls, false, answered);
  }

  /** Makes one call of unknown outcome again. */
  void repeat(PreparedCall call, Consumer<ToolAnswer> answered) {
    run(List.of(call), true, answered);
  }

  private void run(List<PreparedCall> calls, boolean repeat, Consumer<ToolAnswer> answered) {
    long begun = System.nanoTime();
    try {
      calls.forEach(call -> begin(call, repeat));
      while (!open.isEmpty()) {
        answered.accept(next(begun));
      }
    } finally {
      // Only where an answer could not be taken: nobody waits for the others then.
      open.forEach(call -> call.giveUp("was left"));
    }
  }

  private void begin(PreparedCall call, boolean repeat) {
    ReadyTool tool = tools.apply(call);
    var attempt = new Attempt();
    if (repeat) {
      attempt.isRepeat();
    }
    var running =
        new Running(
            new PreparedCall(call.checked(), call.context().during(attempt)),
            tool,
            attempt,
            tool.timeout(standard));
    late.begun(tool, call.context(), attempt);
    open.add(running);
    Thread.ofVirtual().name(tool.spec().name()).start(() -> make(running));
  }

  private void make(Running running) {
    if (!running.attempt.begin()) {
      return;
    }
    running.attempt.answered(answer(running));
    done.add(running);
  }

  private static ToolAnswer answer(Running running) {
    try {
      running
          .call
          .checked()
          .complaint()
          .ifPresent(why -> {
            throw new ToolFailure(why);
          });
      ToolAnswer answer = running.tool.run(running.call);
      running.attempt.over();
      return answer;
    } catch (ToolFailure refusal) {
      running.attempt.over();
      return running.ending().thrown(refusal);
    } catch (Throwable thrown) {
      running.attempt.over();
      LOG.warn(
          "tool '{}' threw {}; its answer says so",
          running.tool.spec().name(),
          Ending.message(thrown));
      return running.ending().thrown(thrown);
    }
  }

  /** The next answer, or that of the call whose time is up first. */
  private ToolAnswer next(long begun) {
    Running first = open.stream().min(Comparator.comparing(Running::limit)).orElseThrow();
    try {
      long left = first.limit.toNanos() - (System.nanoTime() - begun);
      Running finished = done.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
      if (finished == null) {
        return giveUp(first, "timed out after " + seconds(first.limit));
      }
      // What was given up may be done, too, by now.
      return open.contains(finished)
          ? taken(finished, finished.attempt.answer().orElseThrow())
          : next(begun);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return giveUp(first, "was stopped because the run was cancelled");
    }
  }

  private ToolAnswer giveUp(Running running, String what) {
    ToolAnswer answer = running.giveUp(what);
    if (!running.attempt.isGivenUp() || !running.attempt.mayHaveHappened(false)) {
      return taken(running, answer);
    }
    open.remove(running);
    return answer;
  }

  /** Its answer is final, so nobody will have to ask for it later. */
  private ToolAnswer taken(Running running, ToolAnswer answer) {
    open.remove(running);
    late.over(running.tool, running.call.context(), running.attempt);
    return answer;
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
