package dev.recap.lab.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.anthropic.Exchange;
import dev.recap.conversation.Usage;
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

  private static final ObjectMapper JSON = new ObjectMapper();
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
    JsonNode request = json(exchange.requestJson());
    long output = json(reply).path("usage").path("output_tokens").asLong();
    books.forEach((each, book) -> {
      Usage usage = usage(book.enter(request), output);
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

  private static Usage usage(JsonNode prompt, long output) {
    return new Usage(
        prompt.path("input_tokens").asLong(),
        prompt.path("cache_read_input_tokens").asLong(),
        prompt.path("cache_creation_input_tokens").asLong(),
        output);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a request or a reply went over the wire that is not JSON", e);
    }
  }
}
