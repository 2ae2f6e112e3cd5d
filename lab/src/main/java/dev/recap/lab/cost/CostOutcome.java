package dev.recap.lab.cost;

import dev.recap.conversation.Usage;

/**
 * What one way of working came to at one cacheable minimum.
 *
 * @param how whether it was run or computed, or why it cannot be had
 * @param threshold tokens from which on it compacted; 0 where there is none
 * @param all every request and reply; {@link Usage#NONE} where it cannot be had
 * @param summaryTokens prompts and replies of the summary calls
 */
record CostOutcome(String how, long threshold, Usage all, long summaryTokens) {
  static final String RUN = "run";
  static final String ARITHMETIC = "arithmetic";

  static CostOutcome of(BookedRun run, long threshold, int minimum) {
    var summary = run.report().tokens().summary();
    return new CostOutcome(
        RUN, threshold, run.usage(minimum), summary.inputTokens() + summary.outputTokens());
  }

  static CostOutcome of(Arithmetic.Played played, String how) {
    return new CostOutcome(
        how,
        played.threshold() == Long.MAX_VALUE ? 0 : played.threshold(),
        played.all(),
        played.summaries().totalTokens());
  }

  static CostOutcome impossible(String why) {
    return new CostOutcome(why, 0, Usage.NONE, 0);
  }

  boolean possible() {
    return !all.equals(Usage.NONE);
  }
}
