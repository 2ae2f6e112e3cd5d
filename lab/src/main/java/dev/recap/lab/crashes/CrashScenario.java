package dev.recap.lab.crashes;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done, and what breaks.
 *
 * @param strikes one for each life that does not end well, in order
 */
record CrashScenario(Work work, List<Strike> strikes) {
  CrashScenario {
    strikes = List.copyOf(strikes);
    if (strikes.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs at least one strike");
    }
  }

  String told() {
    return strikes.stream().map(Strike::toString).collect(Collectors.joining(", then "));
  }

  @Override
  public String toString() {
    return work + ": " + told();
  }
}
