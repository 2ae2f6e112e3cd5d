package dev.recap.compactor;

/**
 * When a summary pays, in closed form. Money is counted in input tokens.
 *
 * <p>A cycle is the turns from one summary to the next. Its first prompt reads the prefix from the
 * cache and writes summary and kept tail; each later one reads what stood before and writes one
 * turn's growth; the summary call reads all but the last turn, takes that and the instruction as
 * plain input, and writes the summary as output. What a cycle costs besides carrying its growth is
 * {@link #fixedCost} F = rP + (w+o)S + q - (w-1)g + wK, and carrying costs r g n/2 a turn, so the
 * cheapest cycle has n* = sqrt(2F / (r g)) turns. Without a cache, which is r = w = 1, that is
 * sqrt(2(P+S+K+q+oS) / g). Holds where every prompt is above the cacheable minimum.
 */
public record CostLaw(Rates rates, Sizes sizes) {

  /**
   * Sizes in tokens.
   *
   * @param prefix P, what every request begins with
   * @param summary S
   * @param kept K, the tail that a summary leaves verbatim
   * @param growth g, a turn
   * @param instruction q, the block that asks for the summary
   */
  public record Sizes(
      double prefix, double summary, double kept, double growth, double instruction) {
    /** What stands right after a summary. */
    double least() {
      return prefix + summary + kept;
    }
  }

  /** F: what a cycle costs besides carrying its growth, in input tokens. */
  public double fixedCost() {
    double w = rates.cacheWrite();
    return rates.cacheRead() * sizes.prefix()
        + (w + rates.output()) * sizes.summary()
        + sizes.instruction()
        - (w - 1) * sizes.growth()
        + w * sizes.kept();
  }

  /** n*: the turns of the cheapest cycle; 0 where summaries cost nothing. */
  public double optimalTurns() {
    return Math.sqrt(Math.max(0, 2 * fixedCost() / (rates.cacheRead() * sizes.growth())));
  }

  /** The tokens in view at the end of the cheapest cycle: P + S + K + g n*. */
  public double thresholdTokens() {
    return sizes.least() + sizes.growth() * optimalTurns();
  }

  /**
   * The turns that must still come for a summary now to be cheaper than none.
   *
   * @param viewTokens T, of the next prompt
   * @return infinite when the view would not become shorter
   */
  public double breakEvenTurns(double viewTokens) {
    double gone = viewTokens - sizes.least();
    if (gone <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double r = rates.cacheRead();
    double w = rates.cacheWrite();
    double once =
        r * viewTokens
            + sizes.instruction()
            + rates.output() * sizes.summary()
            + (w - r) * (sizes.summary() + sizes.kept())
            - (w - 1) * sizes.growth();
    return once / (r * gone);
  }
}
