package dev.recap.compactor;

import dev.recap.projection.View;

/**
 * What a stage has to bring this time.
 *
 * @param minimumGain the share of tokens it must save
 * @param targetTokens the view should be below
 * @param thresholdTokens from which on the view is too large
 */
record Demand(double minimumGain, long targetTokens, long thresholdTokens, Urgency urgency) {
  /** The share of the threshold that the user's own words may have in the head. */
  private static final int SHARE_OF_THE_HEAD = 5;

  /** How much is asked of a stage, and how much is asked about it. */
  enum Urgency {
    /** Nothing presses: it acts where that is worth its while. */
    IDLE,
    /** The view is too large: it meets the target, within its marks and pauses. */
    DUE,
    /** It does what it can: as few tokens as can be, any saving is enough, nothing is weighed. */
    FORCED
  }

  /** One that meets no goal. */
  static Demand without(Urgency urgency, long thresholdTokens) {
    return new Demand(0, 0, thresholdTokens, urgency);
  }

  boolean isForced() {
    return urgency == Urgency.FORCED;
  }

  /** Estimated tokens for what the user said, and again for what open items were handed out as. */
  long room(View view) {
    return view.unscaled(thresholdTokens) / SHARE_OF_THE_HEAD;
  }

  /** The estimated tokens that meet both target and gain; 0 for as few as can be. */
  long goalTokens(View view) {
    if (urgency != Urgency.DUE) {
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
