package dev.recap.tool;

import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.ArrayList;
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

/** Runs calls side by side on virtual threads that live no longer than the batch or their limit. */
final class ToolBatch {
  private ToolBatch() {}

  static List<ToolAnswer> run(
      List<PreparedCall> calls, Function<PreparedCall, BoundTool> tools, Duration standard) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Running> running = new ArrayList<>();
      for (PreparedCall call : calls) {
        BoundTool tool = tools.apply(call);
        running.add(
            new Running(call, tool, tool.timeout(standard), threads.submit(() -> tool.run(call))));
      }
      return inCallOrder(running);
    } finally {
      // Not close(): that would wait for a tool that ignores its interruption.
      threads.shutdownNow();
    }
  }

  /** A call on its thread. All of a batch begin together. */
  private record Running(
      PreparedCall call, BoundTool tool, Duration limit, Future<ToolAnswer> future) {

    ToolAnswer await(Duration left) {
      try {
        return future.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        future.cancel(true);
        return unfinished(call, tool, "timed out after " + seconds(limit));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        future.cancel(true);
        return unfinished(call, tool, "was stopped because the run was cancelled");
      } catch (ExecutionException broken) {
        throw new IllegalStateException(
            "tool '%s' broke down: %s".formatted(tool.spec().name(), broken.getCause()), broken);
      }
    }
  }

  /** Waits for the shortest limit first, so that none is overrun while a longer one is awaited. */
  private static List<ToolAnswer> inCallOrder(List<Running> running) {
    long begun = System.nanoTime();
    Map<String, ToolAnswer> answers = new HashMap<>();
    running.stream()
        .sorted(Comparator.comparing(Running::limit))
        .forEach(call -> {
          Duration left = call.limit.minusNanos(System.nanoTime() - begun);
          answers.put(call.call.call().id(), call.await(left));
        });
    return running.stream()
        .map(call -> Objects.requireNonNull(answers.get(call.call.call().id())))
        .toList();
  }

  private static ToolAnswer unfinished(PreparedCall call, BoundTool tool, String what) {
    String name = tool.spec().name();
    return tool.declaration().effect().changes()
        ? new ToolAnswer(
            call.call().id(),
            "%s %s. Nobody knows yet whether it took effect; it must not be tried again blindly."
                .formatted(name, what),
            Outcome.UNKNOWN,
            null)
        : ToolAnswer.failed(
            call.call().id(),
            "%s %s; it changes nothing and may be called again.".formatted(name, what));
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
