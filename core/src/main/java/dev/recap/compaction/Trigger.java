package dev.recap.compaction;

import dev.recap.model.ModelProfile;

/** When the view is too large. */
public sealed interface Trigger {

  /** The number of tokens from which on compaction is due, equality included. */
  long thresholdTokens(ModelProfile profile);

  /** Never. */
  record Never() implements Trigger {
    @Override
    public long thresholdTokens(ModelProfile profile) {
      return Long.MAX_VALUE;
    }
  }

  /** From this many tokens on. */
  record AtTokens(long tokens) implements Trigger {
    public AtTokens {
      if (tokens < 1) {
        throw new IllegalArgumentException("threshold must be 1 token or more, but was " + tokens);
      }
    }

    @Override
    public long thresholdTokens(ModelProfile profile) {
      return tokens;
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

    @Override
    public long thresholdTokens(ModelProfile profile) {
      return Math.round(profile.windowTokens() * share);
    }
  }
}
