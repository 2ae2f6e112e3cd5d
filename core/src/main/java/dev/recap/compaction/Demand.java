package dev.recap.compaction;

import dev.recap.context.ContextView;

/**
 * What a stage has to bring this time.
 *
 * @param minimumGain the share of tokens it must save
 * @param targetTokens the view should be below
 * @param forced whether it must do what it can: as few tokens as can be, any saving is enough, and
 *     a summary is asked for although the last one was rejected a moment ago
 */
record Demand(double minimumGain, long targetTokens, boolean forced) {
  static final Demand FORCED = new Demand(0, 0, true);

  /** The estimated tokens that meet both target and gain; 0 for as few as can be. */
  long goalTokens(ContextView view) {
    if (forced) {
      return 0;
    }
    long gained = (long) Math.floor(view.estimatedTokens() * (1 - minimumGain));
    return Math.max(1, Math.min(targetTokens - 1, gained));
  }

  /** Why a view that is this much shorter is not short enough; empty when it is. */
  String objection(long before, long after) {
    boolean tooLong = after >= before || after > before * (1 - minimumGain);
    return tooLong
        ? "too long: the next prompt would have about %d tokens instead of %d"
            .formatted(after, before)
        : "";
  }
}
