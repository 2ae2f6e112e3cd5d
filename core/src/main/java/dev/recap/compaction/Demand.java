package dev.recap.compaction;

import dev.recap.context.ContextView;

/**
 * What a stage has to bring this time.
 *
 * @param minimumGain the share of tokens it must save
 * @param targetTokens the view should be below
 */
record Demand(double minimumGain, long targetTokens, Urgency urgency) {

  /** How much is asked of a stage, and how much is asked about it. */
  enum Urgency {
    /** Nothing presses: it acts where that is worth its while. */
    IDLE,
    /** The view is too large: it meets the target, within its marks and pauses. */
    DUE,
    /** It does what it can: as few tokens as can be, any saving is enough, nothing is weighed. */
    FORCED
  }

  static final Demand IDLE = new Demand(0, 0, Urgency.IDLE);
  static final Demand FORCED = new Demand(0, 0, Urgency.FORCED);

  boolean forced() {
    return urgency == Urgency.FORCED;
  }

  /** The estimated tokens that meet both target and gain; 0 for as few as can be. */
  long goalTokens(ContextView view) {
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
