package dev.recap.lab.crashes;

import dev.recap.lab.play.Progress;
import dev.recap.lab.play.Workers;
import java.util.List;
import java.util.Set;

/** Plays scenarios, several at a time. */
public final class CrashesExperiment {
  /** Each waits for its tools' threads and for a database more than it computes. */
  private static final int AT_ONCE = 6;

  private final Progress progress;

  public CrashesExperiment(Progress progress) {
    this.progress = progress;
  }

  /**
   * Plays all scenarios of these stores, or some.
   *
   * @param sample how many of them, chosen by chance; 0 for all
   */
  public CrashFindings play(Set<StoreName> stores, int sample, long seed) {
    List<CrashScenario> all = Scenarios.all(stores);
    return play(sample == 0 ? all : Scenarios.sample(all, sample, seed), Defect.NONE);
  }

  CrashFindings play(List<CrashScenario> scenarios, Defect defect) {
    try (var house = new StoreHouse()) {
      return CrashFindings.of(
          new Workers(progress, AT_ONCE)
              .all(scenarios, (i, scenario) -> row(house.world(scenario, defect))));
    }
  }

  private static CrashRow row(World world) {
    try (world) {
      return new CrashRun(world).play();
    }
  }
}
