package dev.recap.compactor;

import dev.recap.model.Prices;

/**
 * Prices relative to that of an input token outside the cache.
 *
 * @param output of a token of a reply
 * @param cacheWrite of a prompt token written to the cache
 * @param cacheRead of a prompt token read from the cache
 */
public record Rates(double output, double cacheWrite, double cacheRead) {
  /** Without a cache every prompt token costs the same. */
  public static Rates uncached(double output) {
    return new Rates(output, 1, 1);
  }

  /** Of a price table. A cache that costs nothing to read is taken to cost next to nothing. */
  public static Rates of(Prices prices) {
    double input = prices.input();
    return new Rates(
        prices.output() / input,
        Math.max(Double.MIN_NORMAL, prices.cacheWrite() / input),
        Math.max(Double.MIN_NORMAL, prices.cacheRead() / input));
  }

  /** Whether reading from the cache is cheaper than sending anew. */
  public boolean cacheHelps() {
    return cacheRead < 1;
  }
}
