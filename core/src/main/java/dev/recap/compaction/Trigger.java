package dev.recap.compaction;

/** When the view is too large. */
public sealed interface Trigger {

  /** Never. */
  record Never() implements Trigger {}

  /** From this many tokens on. */
  record AtTokens(long tokens) implements Trigger {
    public AtTokens {
      if (tokens < 1) {
        throw new IllegalArgumentException("threshold must be 1 token or more, but was " + tokens);
      }
    }
  }

  /** From this share of the model's window on. */
  record AtWindowShare(double share) implements Trigger {
    public AtWindowShare {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "a share of the window is between 0 and 1, but was " + share);
      }
    }
  }

  /**
   * The default, by what is known of the model: from the least of half its window, 100,000 tokens
   * and 85 % of its first price step on.
   */
  record Standard() implements Trigger {}

  /**
   * Where {@link dev.recap.compactor.CostLaw} has its optimum, from sizes and prices measured as
   * the run goes; snapped to the end of a work item: in the middle of one it waits until one and a
   * half times the optimum, and at an end two thirds of it are enough. The optimum is flat, so that
   * this costs about 4 %. Until it is measured, and above that, four fifths of the window count.
   */
  record CostLaw() implements Trigger {}
}
