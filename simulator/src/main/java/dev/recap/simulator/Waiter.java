package dev.recap.simulator;

import java.time.Duration;

/** Lets time pass for a reply that takes some. */
@FunctionalInterface
public interface Waiter {
  /**
   * Returns once that much time has passed.
   *
   * @throws InterruptedException if the server closes meanwhile
   */
  void await(Duration duration) throws InterruptedException;

  /** Waits in earnest: the thread, a virtual one of the server's own, sleeps. */
  static Waiter real() {
    return Thread::sleep;
  }
}
