package dev.recap.projection;

import dev.recap.conversation.Usage;

/**
 * How many tokens the next prompt will have. The anchor is what the provider reported for the last
 * reply; only what came after it is estimated, scaled by how far off the estimate was then.
 *
 * @param fixed estimated tokens of tools and instructions
 * @param content estimated tokens of head and tail
 * @param anchor prompt and output tokens of the last reply; 0 when a rewrite has voided them
 * @param since estimated tokens added after the anchor
 * @param scale reported by estimated prompt tokens, once a reply has told
 */
record Meter(long fixed, long content, long anchor, long since, double scale) {
  private static final double LEAST_SCALE = 0.5;
  private static final double MOST_SCALE = 3;

  static Meter start(long fixed, double scale) {
    return new Meter(fixed, 0, 0, 0, scale);
  }

  long used() {
    return anchor > 0 ? anchor + scaled(since) : estimated();
  }

  /** By the estimate alone. */
  long estimated() {
    return scaled(fixed + content);
  }

  long scaled(long estimated) {
    return Math.round(estimated * scale);
  }

  Meter plus(long estimated) {
    return new Meter(fixed, content + estimated, anchor, since + estimated, scale);
  }

  /** After a reply to a prompt that was estimated at {@code fixed + content}. */
  Meter replied(Usage usage, long replyEstimated) {
    if (usage.promptTokens() == 0) {
      return plus(replyEstimated);
    }
    double seen = usage.promptTokens() / (double) Math.max(1, fixed + content);
    double next = Math.clamp(seen, LEAST_SCALE, MOST_SCALE);
    return new Meter(fixed, content + replyEstimated, usage.contextTokens(), 0, next);
  }

  Meter rewritten(long newContent) {
    return new Meter(fixed, newContent, 0, 0, scale);
  }
}
