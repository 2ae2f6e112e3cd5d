package dev.recap.lab.crashes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a thread as if its process was stopped, until somebody wakes it. */
final class Nap {
  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch asleep = new CountDownLatch(1);
  private final CountDownLatch awake = new CountDownLatch(1);

  /** Sleeps, whatever interrupts it: a process that is stopped hears nothing. */
  void sleep() {
    asleep.countDown();
    boolean interrupted = false;
    while (awake.getCount() > 0) {
      try {
        awake.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody is going to sleep any more. */
  void over() {
    asleep.countDown();
  }

  void untilAsleep() throws InterruptedException {
    if (!asleep.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody fell asleep");
    }
  }

  void wake() {
    awake.countDown();
  }
}
