package dev.recap.simulator;

import java.time.Duration;

/**
 * The rules of the prompt cache.
 *
 * @param minimumTokens the shortest prefix that is cached
 * @param ttl how long an entry lives after its last use unless its breakpoint says {@code 1h}
 * @param lookBackBlocks how many blocks before a breakpoint are searched for an entry
 */
public record CacheRules(int minimumTokens, Duration ttl, int lookBackBlocks) {
  public CacheRules {
    if (minimumTokens < 0) {
      throw new IllegalArgumentException(
          "minimumTokens is " + minimumTokens + ": expected 0 or more");
    }
    if (ttl.isNegative() || ttl.isZero()) {
      throw new IllegalArgumentException("ttl is " + ttl + ": expected a positive duration");
    }
    if (lookBackBlocks < 0) {
      throw new IllegalArgumentException(
          "lookBackBlocks is " + lookBackBlocks + ": expected 0 or more");
    }
  }

  /** 512 tokens, 5 minutes, 20 blocks. */
  public static CacheRules defaults() {
    return new CacheRules(512, Duration.ofMinutes(5), 20);
  }
}
