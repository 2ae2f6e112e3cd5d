package dev.recap.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.cache.PromptCache;
import dev.recap.simulator.wire.ContextEdits;
import java.time.InstantSource;

/**
 * The server's books of the prompt cache without a server: what recorded requests would have read
 * and written under other rules, edited as they ask for. Requests are entered in the order in which
 * they were sent. Safe for use by several threads.
 */
public final class CacheBooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PromptCache cache;
  private final TokenCounter counter;

  /**
   * Empty books.
   *
   * @param clock when requests were sent, for entries that expire
   */
  public CacheBooks(CacheRules rules, InstantSource clock) {
    this(rules, new TokenCounter(), clock);
  }

  /** The same with a counter that remembers for several books what it has counted. */
  public CacheBooks(CacheRules rules, TokenCounter counter, InstantSource clock) {
    this.cache = new PromptCache(rules, counter, clock);
    this.counter = counter;
  }

  /**
   * Enters a request and gives its {@code usage} as the server would; the output tokens are 0.
   *
   * @throws IllegalArgumentException when the request is not JSON
   */
  public ObjectNode enter(String requestJson) {
    JsonNode request;
    try {
      request = JSON.readTree(requestJson);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a recorded request must be JSON", e);
    }
    return enter(request);
  }

  /** The same with a request that was read already. */
  public ObjectNode enter(JsonNode request) {
    return cache
        .account(
            request instanceof ObjectNode prompt
                ? ContextEdits.of(request, prompt, counter).prompt()
                : request)
        .json();
  }
}
