package dev.recap.desk.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things again and again, one after the other, on one thread of its own. */
public final class Rounds implements AutoCloseable {
  private static final int SECONDS_TO_CLOSE = 5;

  private final ScheduledExecutorService thread;

  /**
   * With nothing to do yet.
   *
   * @param name of the thread, which does not keep the process alive
   */
  public Rounds(String name) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Does something at once, and again so long after it is done.
   *
   * @param work must not throw: it would not be done again
   */
  public void every(Duration pause, Runnable work) {
    Future<?> unused =
        thread.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends after what is under way, or breaks it off after 5 s. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
