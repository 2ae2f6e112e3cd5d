package dev.recap.simulator;

import java.time.Duration;

/**
 * How long a reply takes.
 *
 * @param latency from the request to the first token
 * @param tokensPerSecond how fast output tokens follow, 0 for all at once
 */
public record Pace(Duration latency, double tokensPerSecond) {
  private static final double NANOS = 1e9;

  public Pace {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency is " + latency + ": expected 0 or more");
    }
    if (!(tokensPerSecond >= 0 && tokensPerSecond < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "tokensPerSecond is " + tokensPerSecond + ": expected 0 or more");
    }
  }

  /** No time at all. */
  public static Pace instant() {
    return new Pace(Duration.ZERO, 0);
  }

  /** How long the output takes after the first token. */
  Duration writing(int outputTokens) {
    return tokensPerSecond == 0
        ? Duration.ZERO
        : Duration.ofNanos((long) (outputTokens / tokensPerSecond * NANOS));
  }
}
