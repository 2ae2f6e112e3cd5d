package dev.recap.tool;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs calls side by side on virtual threads. A call that is not done at its limit is interrupted
 * and given up; if it goes on all the same, its answer is kept for whoever asks later.
 */
final class ToolBatch {
  private final Function<PreparedCall, ReadyTool> tools;
  private final Duration standard;
  private final LateAnswers late;

  ToolBatch(Function<PreparedCall, ReadyTool> tools, Duration standard, LateAnswers late) {
    this.tools = tools;
    this.standard = standard;
    this.late = late;
  }

  List<ToolAnswer> run(List<PreparedCall> calls) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      return inCallOrder(calls.stream().map(call -> begin(call, threads)).toList());
    } finally {
      // Not close(): that would wait for a tool that ignores its interruption.
      threads.shutdownNow();
    }
  }

  private Running begin(PreparedCall call, ExecutorService threads) {
    ReadyTool tool = tools.apply(call);
    var attempt = new Attempt();
    Future<ToolAnswer> future =
        threads.submit(() -> {
          if (!attempt.begin()) {
            return unbegun(call, "was given up");
          }
          try {
            ToolAnswer answer = tool.run(call, attempt);
            attempt.answered(answer);
            return answer;
          } finally {
            attempt.ended();
          }
        });
    return new Running(call, tool, tool.timeout(standard), attempt, future);
  }

  /** A call on its thread. All of a batch begin together. */
  private record Running(
      PreparedCall call,
      ReadyTool tool,
      Duration limit,
      Attempt attempt,
      Future<ToolAnswer> future) {}

  /** Waits for the shortest limit first, so that none is overrun while a longer one is awaited. */
  private List<ToolAnswer> inCallOrder(List<Running> running) {
    long begun = System.nanoTime();
    Map<String, ToolAnswer> answers = new HashMap<>();
    running.stream()
        .sorted(Comparator.comparing(Running::limit))
        .forEach(call -> {
          Duration left = call.limit.minusNanos(System.nanoTime() - begun);
          answers.put(call.call.call().id(), await(call, left));
        });
    return running.stream()
        .map(call -> Objects.requireNonNull(answers.get(call.call.call().id())))
        .toList();
  }

  private ToolAnswer await(Running running, Duration left) {
    try {
      return running.future.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      return giveUp(running, "timed out after " + seconds(running.limit));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return giveUp(running, "was stopped because the run was cancelled");
    } catch (ExecutionException broken) {
      throw new IllegalStateException(
          "tool '%s' broke down: %s".formatted(running.tool.spec().name(), broken.getCause()),
          broken);
    }
  }

  private ToolAnswer giveUp(Running running, String what) {
    // Before the interruption, so that the tool's thread knows why it was interrupted.
    return running
        .attempt
        .giveUp()
        .orElseGet(() -> {
          running.future.cancel(true);
          if (!running.attempt.hasBegun()) {
            return unbegun(running.call, what);
          }
          late.givenUp(running.call.context(), running.attempt);
          return unfinished(running.call, running.tool, what);
        });
  }

  /** On a machine that is very busy a call can be given up before its thread has begun. */
  private static ToolAnswer unbegun(PreparedCall call, String what) {
    return ToolAnswer.failed(
        call.call().id(),
        "%s %s before it had begun; it was not executed and may be called again."
            .formatted(call.call().tool(), what));
  }

  private static ToolAnswer unfinished(PreparedCall call, ReadyTool tool, String what) {
    String name = tool.spec().name();
    return tool.declaration().effect().changes()
        ? ToolAnswer.unknown(
            call.call().id(),
            "%s %s. Nobody knows yet whether it took effect; it must not be tried again blindly."
                .formatted(name, what))
        : ToolAnswer.failed(
            call.call().id(),
            "%s %s; it changes nothing and may be called again.".formatted(name, what));
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
