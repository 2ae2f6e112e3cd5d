package dev.recap.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.Usage;
import dev.recap.simulator.CacheBooks;
import dev.recap.simulator.CacheRules;
import dev.recap.simulator.TokenCounter;
import java.time.Instant;

/**
 * What the requests of one run take under a given cacheable minimum: they are entered once more
 * into the server's cache books. Nothing expires. For one thread.
 */
public final class CacheTab {
  private final CacheBooks books;
  private Usage total = Usage.NONE;

  public CacheTab(int minimumTokens, TokenCounter counter) {
    CacheRules usual = CacheRules.defaults();
    var rules = new CacheRules(minimumTokens, usual.ttl(), usual.lookBackBlocks());
    this.books = new CacheBooks(rules, counter, () -> Instant.EPOCH);
  }

  /** Enters a request and its reply, and gives the usage of the two. */
  public Usage enter(JsonNode request, long outputTokens) {
    Usage usage = WireJson.usage(books.enter(request)).plus(new Usage(0, 0, 0, outputTokens));
    total = total.plus(usage);
    return usage;
  }

  /** All that was entered. */
  public Usage total() {
    return total;
  }
}
