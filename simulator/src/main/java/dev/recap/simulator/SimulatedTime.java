package dev.recap.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that nobody waits for: what would take time moves it on. Given to a server as its time
 * and to an experiment as its clock, slow replies cost nothing and cache entries expire as they
 * would. Safe for use by several threads; waits of several threads add up.
 */
public final class SimulatedTime implements InstantSource, Waiter {
  private Instant now;

  public SimulatedTime(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock on by a duration of 0 or more. */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration is " + duration + ": expected 0 or more");
    }
    now = now.plus(duration);
  }

  @Override
  public void await(Duration duration) {
    advance(duration);
  }
}
