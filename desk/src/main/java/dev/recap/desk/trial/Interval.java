package dev.recap.desk.trial;

/**
 * Between which shares the true one lies, with 95 % confidence: the interval of E. B. Wilson
 * (1927), which holds for few tickets and for shares near 0 and 1 as well.
 */
public record Interval(double low, double high) {
  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * That of a count.
   *
   * @param n 1 or more
   */
  static Interval of(int successes, int n) {
    if (n < 1 || successes < 0 || successes > n) {
      throw new IllegalArgumentException(
          "%d of %d is no share: 0 to n of 1 or more were expected".formatted(successes, n));
    }
    double share = (double) successes / n;
    double middle = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
    double whole = 1 + Z * Z / n;
    return new Interval(Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
  }
}
