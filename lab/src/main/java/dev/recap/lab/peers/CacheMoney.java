package dev.recap.lab.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.scenario.CacheTab;
import dev.recap.lab.scenario.WireJson;
import dev.recap.model.Prices;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import java.util.function.Function;

/**
 * What recorded requests cost under a given cacheable minimum. The model's replies do not depend on
 * the cache, so one run is enough for all minimums; no entry expires, as none did in the seconds
 * that the run took.
 */
final class CacheMoney {
  private static final String MARK = "cache_control";

  private final Prices prices;

  CacheMoney(Prices prices) {
    this.prices = prices;
  }

  /** US dollars with the breakpoints that the requests have. */
  double dollars(List<ServerLog.Asked> sent, int minimumTokens) {
    if (sent.stream().noneMatch(asked -> asked.requestJson().contains(MARK))) {
      return ServerLog.dollars(sent, prices::uncached);
    }
    return dollars(sent, minimumTokens, WireJson::read);
  }

  /**
   * US dollars had each request been marked as ours are: after tools and instructions, after the
   * request before, and at its end.
   */
  double dollarsMarked(List<ServerLog.Asked> sent, int minimumTokens) {
    return dollars(sent, minimumTokens, CacheMoney::marked);
  }

  private double dollars(
      List<ServerLog.Asked> sent, int minimumTokens, Function<String, JsonNode> read) {
    var tab = new CacheTab(minimumTokens, new TokenCounter());
    return sent.stream()
        .map(asked -> tab.enter(read.apply(asked.requestJson()), asked.usage().outputTokens()))
        .mapToDouble(prices::cached)
        .sum();
  }

  static ObjectNode marked(String requestJson) {
    ObjectNode request = (ObjectNode) WireJson.read(requestJson);
    request.remove(MARK);
    request.findParents(MARK).forEach(each -> ((ObjectNode) each).remove(MARK));
    markLast(request.path("tools"));
    if (request.path("system").isTextual()) {
      request.set("system", blocks(request.path("system")));
    }
    markLast(request.path("system"));
    JsonNode messages = request.path("messages");
    for (int back : new int[] {1, 3}) {
      if (messages.size() >= back) {
        ObjectNode message = (ObjectNode) messages.get(messages.size() - back);
        if (message.path("content").isTextual()) {
          message.set("content", blocks(message.path("content")));
        }
        markLast(message.path("content"));
      }
    }
    return request;
  }

  private static ArrayNode blocks(JsonNode text) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    blocks.addObject().put("type", "text").set("text", text);
    return blocks;
  }

  private static void markLast(JsonNode blocks) {
    if (blocks instanceof ArrayNode array && !array.isEmpty()) {
      ((ObjectNode) array.get(array.size() - 1)).putObject(MARK).put("type", "ephemeral");
    }
  }
}
