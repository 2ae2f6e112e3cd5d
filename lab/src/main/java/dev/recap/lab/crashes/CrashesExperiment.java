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
    return new Workers(progress).all(scenarios, (i, scenario) -> row(scenario, defect));
  }

  private static CrashRow row(CrashScenario scenario, Defect defect) {
    var fate = new Fate(scenario.strikes());
    try (CrashStore store = new FileStore(fate, defect.disks())) {
      return new CrashRun(scenario, defect, fate, store).play();
    }
  }
}
