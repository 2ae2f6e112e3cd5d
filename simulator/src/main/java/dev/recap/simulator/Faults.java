package dev.recap.simulator;

/**
 * Shares of the requests that meet an injected fault instead of an answer.
 *
 * @param rates how often each kind of fault happens
 * @param retryAfterSeconds what a 429 names as {@code retry-after}
 * @param seed the start of the sequence of faults
 */
public record Faults(Rates rates, int retryAfterSeconds, long seed) {
  /**
   * Shares from 0 to 1, together at most 1.
   *
   * @param share429 rate limited, with {@code retry-after}
   * @param share500 an error inside the API
   * @param share529 overloaded
   * @param shareDropped the connection closes without an answer
   */
  public record Rates(double share429, double share500, double share529, double shareDropped) {
    public Rates {
      check("share429", share429);
      check("share500", share500);
      check("share529", share529);
      check("shareDropped", shareDropped);
      check("the sum of the shares", share429 + share500 + share529 + shareDropped);
    }

    private static void check(String name, double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(name + " is " + share + ": expected 0 to 1");
      }
    }
  }

  public Faults {
    if (retryAfterSeconds < 0) {
      throw new IllegalArgumentException(
          "retryAfterSeconds is " + retryAfterSeconds + ": expected 0 or more");
    }
  }

  /** No faults. */
  public static Faults none() {
    return of(0, 0, 0, 0);
  }

  /** Those shares, with a {@code retry-after} of one second and seed 1. */
  public static Faults of(double share429, double share500, double share529, double shareDropped) {
    return new Faults(new Rates(share429, share500, share529, shareDropped), 1, 1);
  }

  /** The same faults with another {@code retry-after}. */
  public Faults withRetryAfterSeconds(int seconds) {
    return new Faults(rates, seconds, seed);
  }

  /** The same shares in another sequence. */
  public Faults withSeed(long newSeed) {
    return new Faults(rates, retryAfterSeconds, newSeed);
  }
}
