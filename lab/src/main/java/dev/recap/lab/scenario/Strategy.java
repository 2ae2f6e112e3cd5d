package dev.recap.lab.scenario;

/** Works through the queue of a bench, in its own way. */
@FunctionalInterface
interface Strategy {

  /** Replies of one ticket in the reference run, and one for each end of the queue. */
  int TURNS_A_TICKET = 7;

  /** How many times the turns that the work takes a strategy may use before it is stopped. */
  int PATIENCE = 3;

  Played play(Bench bench);

  /** Where a run is stopped and shown as looping. */
  static int mostTurns(Bench bench) {
    return PATIENCE * (TURNS_A_TICKET * bench.total() + 2);
  }
}
