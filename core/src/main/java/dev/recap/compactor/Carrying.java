package dev.recap.compactor;

/**
 * What it costs to go on with a view that only grows, turn by turn, in input tokens: the part of
 * {@link CostLaw} that also holds below the cacheable minimum, where nothing is read from a cache
 * and nothing is written to it.
 *
 * @param cacheableMinimumTokens a shorter prefix is not cached
 * @param growthTokens a turn
 * @param cold whether the cache has forgotten everything by now
 */
record Carrying(Rates rates, int cacheableMinimumTokens, double growthTokens, boolean cold) {
  private static final int MOST_TURNS = 5_000;

  /**
   * The prompts of so many turns.
   *
   * @param viewTokens of the first of them
   * @param cachedTokens how much of the first one the cache holds
   * @param turns may have a fraction; beyond 5,000 they count as 5,000
   */
  double cost(double viewTokens, double cachedTokens, double turns) {
    double sum = 0;
    double cached = cold ? 0 : cachedTokens;
    double prompt = viewTokens;
    double left = Math.min(turns, MOST_TURNS);
    while (left > 0) {
      sum += Math.min(1, left) * prompt(prompt, cached);
      cached = prompt;
      prompt += growthTokens;
      left--;
    }
    return sum;
  }

  /** One prompt of which the cache holds so much. */
  double prompt(double tokens, double cachedTokens) {
    if (!rates.cacheHelps() || tokens < cacheableMinimumTokens) {
      return tokens;
    }
    double read = cacheable(cachedTokens);
    return rates.cacheRead() * read + rates.cacheWrite() * (tokens - read);
  }

  /** How much of a prefix of this length can be in the cache. */
  double cacheable(double tokens) {
    return rates.cacheHelps() && tokens >= cacheableMinimumTokens ? tokens : 0;
  }
}
