package dev.recap.lab.cost;

import dev.recap.conversation.Usage;
import dev.recap.lab.cost.Simulation.Rules;
import dev.recap.model.Prices;

/**
 * Whole conversations as arithmetic on a measured growth, for sizes at which nobody should wait for
 * a run or at which none fits the window.
 *
 * @param turns how many requests the work takes
 * @param rules with the growth's prefix
 */
record Arithmetic(Growth growth, int turns, Rules rules) {
  /** A conversation that was played out. */
  record Played(long threshold, Usage turns, Usage summaries, long peakTokens) {
    Usage all() {
      return turns.plus(summaries);
    }

    /** Dollars for all but the replies of the turns: the prompts, and the summaries whole. */
    double inputAndSummaryDollars(Prices prices) {
      Usage all = all();
      return prices.cached(
          new Usage(
              all.inputTokens(),
              all.cacheReadTokens(),
              all.cacheWriteTokens(),
              summaries.outputTokens()));
    }
  }

  /** Never compacted. */
  Played growing() {
    return summarized(Long.MAX_VALUE, 0);
  }

  /** Summarized to a fixed size just before each request that reaches the threshold. */
  Played summarized(long threshold, long summaryTokens) {
    var simulation = new Simulation(rules);
    long peak = 0;
    for (int turn = 0; turn < turns; turn++) {
      if (turn > 0 && simulation.viewTokens() >= threshold) {
        simulation.summarize(summaryTokens);
      }
      peak = Math.max(peak, simulation.viewTokens());
      simulation.turn(growth.step(turn).added(), growth.step(turn).output());
    }
    return new Played(threshold, simulation.turns(), simulation.summaries(), peak);
  }
}
