package dev.recap.lab.crashes;

import dev.recap.lab.play.Progress;
import dev.recap.lab.play.Workers;
import java.util.List;

/** Plays scenarios, two at a time. */
public final class CrashesExperiment {
  private final Progress progress;

  public CrashesExperiment(Progress progress) {
    this.progress = progress;
  }

  List<CrashRow> play(List<CrashScenario> scenarios, Defect defect) {
    try (var house = new StoreHouse()) {
      return new Workers(progress)
          .all(scenarios, (i, scenario) -> row(house.world(scenario, defect)));
    }
  }

  private static CrashRow row(World world) {
    try (world) {
      return new CrashRun(world).play();
    }
  }
}
