package dev.recap.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.rehearsal.cache.PromptCache;
import dev.recap.rehearsal.wire.Usage;
import java.time.InstantSource;

/**
 * The books of a prompt cache without a server: what a series of requests reads from a cache and
 * writes to it under given rules. Several books fed with the same requests show what the rules make
 * of one run. Safe for use by several threads.
 */
public final class CacheBooks {
  private final PromptCache cache;

  /**
   * Empty books.
   *
   * @param clock by which entries expire; a fixed one for a run that never pauses
   */
  public CacheBooks(CacheRules rules, TokenCounter counter, InstantSource clock) {
    this.cache = new PromptCache(rules, counter, clock);
  }

  /**
   * The tokens of one prompt; the three together are the whole of it.
   *
   * @param input neither read from the cache nor written to it
   * @param cacheRead read from the cache
   * @param cacheWrite written to the cache, for however long
   */
  public record Split(int input, int cacheRead, int cacheWrite) {}

  /** Enters one request's body, in the order in which the requests were sent. */
  public Split enter(JsonNode request) {
    Usage usage = cache.account(request);
    return new Split(usage.input(), usage.cacheRead(), usage.write5m() + usage.write1h());
  }
}
