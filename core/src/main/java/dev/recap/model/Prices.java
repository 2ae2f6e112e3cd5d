package dev.recap.model;

import dev.recap.conversation.Usage;
import java.util.List;

/**
 * What a model's tokens cost, in US dollars per million tokens.
 *
 * @param input prompt tokens outside the cache
 * @param cacheRead prompt tokens read from the cache
 * @param cacheWrite prompt tokens written to the cache for five minutes
 * @param hourWrite prompt tokens written to the cache for an hour
 * @param output tokens of replies
 * @param steps other prices for longer prompts, shortest first; empty where length does not matter
 */
public record Prices(
    double input,
    double cacheRead,
    double cacheWrite,
    double hourWrite,
    double output,
    List<Step> steps) {
  private static final double MILLION = 1_000_000;

  /**
   * Other prices, for every token of a request, once its prompt is longer than so many tokens.
   *
   * @param promptTokens cache reads and writes included
   */
  public record Step(long promptTokens, Prices prices) {
    public Step {
      if (promptTokens < 1 || !prices.steps().isEmpty()) {
        throw new IllegalArgumentException(
            "a price step begins above 1 token or more and has no steps of its own, but was above %d with %d"
                .formatted(promptTokens, prices.steps().size()));
      }
    }
  }

  public Prices {
    if (!(input > 0 && cacheRead >= 0 && cacheWrite >= 0 && hourWrite >= 0 && output > 0)) {
      throw new IllegalArgumentException(
          "prices are dollars per million tokens above 0, but were input %s, cache read %s, cache write %s, for an hour %s, output %s"
              .formatted(input, cacheRead, cacheWrite, hourWrite, output));
    }
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).promptTokens() <= steps.get(i - 1).promptTokens()) {
        throw new IllegalArgumentException(
            "each price step begins above the one before, but they were " + steps);
      }
    }
  }

  /** The same for every prompt, and for an hour as for five minutes. */
  public Prices(double input, double cacheRead, double cacheWrite, double output) {
    this(input, cacheRead, cacheWrite, cacheWrite, output, List.of());
  }

  /** Those that hold for a prompt of this length. */
  public Prices at(long promptTokens) {
    Prices now = this;
    for (Step step : steps) {
      now = promptTokens > step.promptTokens() ? step.prices() : now;
    }
    return now;
  }

  /** Dollars for one reply with the prompt cache as it was used. Sum dollars, not usages. */
  public double cached(Usage usage) {
    Prices now = at(usage.promptTokens());
    double own =
        (usage.inputTokens() * now.input
                + usage.cacheReadTokens() * now.cacheRead
                + (usage.cacheWriteTokens() - usage.hourWriteTokens()) * now.cacheWrite
                + usage.hourWriteTokens() * now.hourWrite
                + usage.outputTokens() * now.output)
            / MILLION;
    return usage.details() == null ? own : own + besides(usage.compaction(), true);
  }

  /** Dollars for the same tokens of one reply had there been no prompt cache. */
  public double uncached(Usage usage) {
    Prices now = at(usage.promptTokens());
    double own = (usage.promptTokens() * now.input + usage.outputTokens() * now.output) / MILLION;
    return usage.details() == null ? own : own + besides(usage.compaction(), false);
  }

  private double besides(Usage compaction, boolean withCache) {
    if (compaction.totalTokens() == 0) {
      return 0;
    }
    return withCache ? cached(compaction) : uncached(compaction);
  }
}
