package dev.recap.simulator;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time a server goes by.
 *
 * @param clock the clock of the prompt cache
 * @param waiter lets the time of slow replies pass
 * @param pace how long replies take
 * @param summaryHold how long a summary request is held in the mode {@link SummaryMode#TIME_OUT}
 */
public record Timing(InstantSource clock, Waiter waiter, Pace pace, Duration summaryHold) {
  public Timing {
    if (summaryHold.isNegative()) {
      throw new IllegalArgumentException("summaryHold is " + summaryHold + ": expected 0 or more");
    }
  }

  /** The system's clock, real waits, no pace, an hour's hold: longer than any client waits. */
  public static Timing defaults() {
    return new Timing(InstantSource.system(), Waiter.real(), Pace.instant(), Duration.ofHours(1));
  }
}
