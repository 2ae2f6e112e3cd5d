package dev.recap.lab.play;

import dev.recap.lab.count.CallCounter;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.job.Job;
import dev.recap.lab.job.Site;
import dev.recap.lab.scenario.Bench;
import dev.recap.lab.scenario.Played;
import dev.recap.lab.scenario.Recording;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.Strategy;
import dev.recap.lab.scenario.TaskWatch;
import dev.recap.model.ModelException;
import dev.recap.simulator.Behaviour;

/** Plays runs of one job and grades what is stored afterwards. Safe for several threads. */
public final class Play {
  private final Job job;

  public Play(Job job) {
    this.job = job;
  }

  /** One run from the beginning. A model that fails for good ends it; that is an outcome, too. */
  public PlayOutcome of(Strategy strategy, Behaviour behaviour, Door door) {
    try (Site site = job.open()) {
      var watch = new TaskWatch(site.words().task());
      var recording = new Recording(ScenarioListener.SILENT);
      try (Door.Opened opened = door.open(behaviour, watch::sent)) {
        Played played = play(strategy, new Bench(site, opened.model(), recording));
        CallCounts counts =
            new CallCounter(site.rules(), played.asked(), site.calls())
                .count(played.answers().guarded(), played.answers().rejected());
        var stored = new PlayOutcome.Stored(site.progress().complete(), site.state(), site.calls());
        return new PlayOutcome(played, counts, stored, watch.missing());
      }
    }
  }

  private static Played play(Strategy strategy, Bench bench) {
    try {
      return strategy.play(bench);
    } catch (ModelException died) {
      return bench.recording().ended("", "died: " + died.getMessage());
    }
  }
}
