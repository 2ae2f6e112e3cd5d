package dev.recap.lab.scenario;

import dev.recap.lab.job.Site;

/** Does the work of a bench, in its own way. */
@FunctionalInterface
public interface Strategy {

  /** How many times the turns that the work takes a strategy may use before it is stopped. */
  int PATIENCE = 3;

  Played play(Bench bench);

  /** Where a run is stopped and shown as looping. */
  static int mostTurns(Site site) {
    return PATIENCE * site.progress().usualTurns();
  }
}
