package dev.recap.model;

import dev.recap.conversation.Usage;

/**
 * What a model's tokens cost, in US dollars per million tokens.
 *
 * @param input prompt tokens outside the cache
 * @param cacheRead prompt tokens read from the cache
 * @param cacheWrite prompt tokens written to the cache
 * @param output tokens of replies
 */
public record Prices(double input, double cacheRead, double cacheWrite, double output) {
  private static final double MILLION = 1_000_000;

  public Prices {
    if (!(input > 0 && cacheRead >= 0 && cacheWrite >= 0 && output > 0)) {
      throw new IllegalArgumentException(
          "prices are dollars per million tokens above 0, but were input %s, cache read %s, cache write %s, output %s"
              .formatted(input, cacheRead, cacheWrite, output));
    }
  }

  /** Dollars for this usage with the prompt cache as it was used. */
  public double cached(Usage usage) {
    return (usage.inputTokens() * input
            + usage.cacheReadTokens() * cacheRead
            + usage.cacheWriteTokens() * cacheWrite
            + usage.outputTokens() * output)
        / MILLION;
  }

  /** Dollars for the same tokens had there been no prompt cache. */
  public double uncached(Usage usage) {
    return (usage.promptTokens() * input + usage.outputTokens() * output) / MILLION;
  }
}
