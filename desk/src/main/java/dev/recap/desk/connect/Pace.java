package dev.recap.desk.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps requests apart, for one thread at a time. */
final class Pace {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Duration apart;
  private final InstantSource clock;
  private final Pause pause;
  private Instant next = Instant.MIN;

  /** How a thread waits. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  Pace(int requestsAMinute, InstantSource clock, Pause pause) {
    this.apart = Duration.ofMinutes(1).dividedBy(requestsAMinute);
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Waits until the next request may be made.
   *
   * @throws ZammadException when that is more than a minute away
   */
  void await() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      Duration wait = Duration.between(now, next);
      if (wait.compareTo(LONGEST_WAIT) > 0) {
        throw new ZammadException("asked us to wait until " + next);
      }
      pause.sleep(wait);
    }
    next = clock.instant().plus(apart);
  }

  InstantSource clock() {
    return clock;
  }

  /** The other side wants to be left alone for so long. */
  void holdOff(Duration time) {
    Instant until = clock.instant().plus(time);
    next = until.isAfter(next) ? until : next;
  }
}
