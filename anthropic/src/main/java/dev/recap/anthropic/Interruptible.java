package dev.recap.anthropic;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs blocking work so that an interrupt of the caller ends it at once. A platform thread cannot
 * be interrupted while it reads from a socket, a virtual one can: so the work runs on a virtual
 * thread of its own.
 */
final class Interruptible {
  /** How long an interrupted caller waits for its work to let go of what it holds. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private Interruptible() {}

  /**
   * The result of the work.
   *
   * @throws ExecutionException with what the work threw
   * @throws InterruptedException when the caller was interrupted; the work was, too
   */
  static <T> T call(String name, Callable<T> work) throws ExecutionException, InterruptedException {
    var task = new FutureTask<>(work);
    Thread worker = Thread.ofVirtual().name(name).start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      worker.interrupt();
      worker.join(FAREWELL);
      throw e;
    }
  }
}
