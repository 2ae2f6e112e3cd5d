package dev.recap.tool.batch;

import dev.recap.tool.ToolAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls side by side, each on a virtual thread of its own, whose answers are handed out as they
 * arrive. A call that is not done at its limit is interrupted and given up; if it goes on all the
 * same, its answer is kept for whoever asks later. Whatever a tool throws, an {@code Error} too,
 * becomes its answer: the siblings go on.
 */
public final class ToolBatch {
  private final BlockingQueue<Attempt> done = new LinkedBlockingQueue<>();
  private final List<Attempt> open = new ArrayList<>();
  private final long begun = System.nanoTime();

  private ToolBatch() {}

  /** Hands out one answer per call, on this thread. */
  public static void run(List<Attempt> calls, Consumer<ToolAnswer> answered) {
    var batch = new ToolBatch();
    try {
      calls.forEach(batch::begin);
      while (!batch.open.isEmpty()) {
        answered.accept(batch.next());
      }
    } finally {
      // Only where an answer could not be taken: nobody waits for the others then.
      batch.open.forEach(Attempt::giveUp);
    }
  }

  private void begin(Attempt attempt) {
    LateAnswers.begun(attempt);
    open.add(attempt);
    Thread.ofVirtual()
        .name(attempt.call.tool())
        .start(() -> {
          if (attempt.run()) {
            done.add(attempt);
          }
        });
  }

  /** The next answer, or that of the call whose time is up first. */
  private ToolAnswer next() {
    Attempt first = open.stream().min(Comparator.comparing(attempt -> attempt.limit)).orElseThrow();
    try {
      long left = first.limit.toNanos() - (System.nanoTime() - begun);
      Attempt finished = done.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
      if (finished == null) {
        return giveUp(first, "timed out after " + seconds(first.limit));
      }
      // What was given up may be done, too, by now.
      return open.contains(finished) ? taken(finished, finished.answer().orElseThrow()) : next();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return giveUp(first, "was stopped because the run was cancelled");
    }
  }

  private ToolAnswer giveUp(Attempt attempt, String what) {
    return taken(attempt, attempt.giveUp().orElseGet(() -> attempt.unanswered(what)));
  }

  /** Where its answer is final, nobody will have to ask for it later. */
  private ToolAnswer taken(Attempt attempt, ToolAnswer answer) {
    open.remove(attempt);
    if (!attempt.isLeftRunning()) {
      LateAnswers.over(attempt);
    }
    return answer;
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
