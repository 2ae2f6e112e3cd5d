package dev.recap.storage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says for open journals that their writers are there; one thread for all of a store. */
final class LeaseKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  /** Two may fail before the lease is gone. */
  private static final int TIMES_A_LEASE = 3;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("recap-leases").factory());

  /** Renews a lease again and again until the future is cancelled. */
  ScheduledFuture<?> keep(SqlJournal journal, Duration lease) {
    long pause = Math.max(1, lease.toMillis() / TIMES_A_LEASE);
    return thread.scheduleWithFixedDelay(() -> renew(journal), pause, pause, TimeUnit.MILLISECONDS);
  }

  private static void renew(SqlJournal journal) {
    try {
      journal.renew();
    } catch (RuntimeException e) {
      LOG.warn("a lease was not renewed; it is tried again: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
