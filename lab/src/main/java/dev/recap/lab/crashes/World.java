package dev.recap.lab.crashes;

import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What outlives every process of a scenario.
 *
 * @param unknown the calls over which the run paused
 * @param requests to the model
 */
record World(
    CrashScenario scenario,
    Defect defect,
    Fate fate,
    Nap nap,
    CrashStore store,
    Bank bank,
    Set<Call> unknown,
    Requests requests,
    SettableClock clock)
    implements AutoCloseable {
  /** Longer than any lease, so that no call of an earlier life is still under way. */
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  static World of(CrashScenario scenario, Defect defect, Fate fate, Nap nap, CrashStore store) {
    return new World(
        scenario,
        defect,
        fate,
        nap,
        store,
        new Bank(),
        Collections.synchronizedSet(new TreeSet<>()),
        new Requests(),
        new SettableClock(Instant.parse("2026-11-01T08:00:00Z")));
  }

  Work work() {
    return scenario.work();
  }

  Blow firstBlow() {
    return scenario.strikes().getFirst().blow();
  }

  void waitAWhile() {
    clock.advance(A_WHILE);
  }

  @Override
  public void close() {
    store.close();
  }
}
