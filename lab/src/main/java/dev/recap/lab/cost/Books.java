package dev.recap.lab.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.anthropic.Exchange;
import dev.recap.conversation.Usage;
import dev.recap.lab.scenario.WireJson;
import dev.recap.simulator.CacheBooks;
import dev.recap.simulator.CacheRules;
import dev.recap.simulator.TokenCounter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cache books for several cacheable minimums over the requests of one run, so that one run prices
 * all of them. The clock stands still: nothing expires. For one thread.
 */
final class Books {
  /** The cacheable minimums of the current models; source: the vendor's prompt caching guide. */
  static final List<Integer> MINIMUMS = List.of(512, 2_048, 4_096);

  private static final InstantSource STANDING = InstantSource.fixed(Instant.EPOCH);

  private final Map<Integer, CacheBooks> books = new LinkedHashMap<>();
  private final Map<Integer, Usage> totals = new LinkedHashMap<>();
  private final HeadReads headReads;
  private final int minimum;

  /**
   * Empty books.
   *
   * @param minimum whose reads are looked at after each fold
   */
  Books(TokenCounter counter, int minimum) {
    CacheRules usual = CacheRules.defaults();
    for (int each : MINIMUMS) {
      var rules = new CacheRules(each, usual.ttl(), usual.lookBackBlocks());
      books.put(each, new CacheBooks(rules, counter, STANDING));
      totals.put(each, Usage.NONE);
    }
    this.headReads = new HeadReads(counter);
    this.minimum = minimum;
  }

  /** Enters what was sent, if it was answered. */
  void enter(Exchange exchange) {
    String reply = exchange.replyJson();
    if (!exchange.delivered() || reply == null) {
      return;
    }
    JsonNode request = WireJson.read(exchange.requestJson());
    long output = WireJson.read(reply).path("usage").path("output_tokens").asLong();
    books.forEach((each, book) -> {
      Usage usage = WireJson.usage(book.enter(request)).plus(new Usage(0, 0, 0, output));
      totals.merge(each, usage, Usage::plus);
      if (each == minimum) {
        headReads.entered(request, usage.cacheReadTokens());
      }
    });
  }

  /** All requests together at this minimum, summary requests included. */
  Usage usage(int cacheableMinimum) {
    Usage usage = totals.get(cacheableMinimum);
    if (usage == null) {
      throw new IllegalArgumentException(
          "minimum is %d, but books are kept for %s".formatted(cacheableMinimum, MINIMUMS));
    }
    return usage;
  }

  HeadReads headReads() {
    return headReads;
  }
}
