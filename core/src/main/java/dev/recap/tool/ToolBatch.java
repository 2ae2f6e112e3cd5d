package dev.recap.tool;

import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      List<Future<ToolAnswer>> running = new ArrayList<>();
      for (PreparedCall call : calls) {
        running.add(threads.submit(() -> tools.apply(call).run(call)));
      }
      List<ToolAnswer> answers = new ArrayList<>();
      for (int i = 0; i < calls.size(); i++) {
        BoundTool tool = tools.apply(calls.get(i));
        answers.add(await(running.get(i), calls.get(i), tool, tool.timeout(standard)));
      }
      return answers;
    } finally {
      // Not close(): that would wait for a tool that ignores its interruption.
      threads.shutdownNow();
    }
  }

  private static ToolAnswer await(
      Future<ToolAnswer> running, PreparedCall call, BoundTool tool, Duration limit) {
    try {
      return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      running.cancel(true);
      return unfinished(call, tool, "timed out after " + seconds(limit));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running.cancel(true);
      return unfinished(call, tool, "was stopped because the run was cancelled");
    } catch (ExecutionException broken) {
      throw new IllegalStateException(
          "tool '%s' broke down: %s".formatted(tool.spec().name(), broken.getCause()), broken);
    }
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
