package dev.recap.lab.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at each request whose head has grown at its end, as a fold without roll-up leaves it,
 * whether all that stood before was read from the cache: tools, task and the earlier lines.
 */
final class HeadReads {
  private final TokenCounter counter;
  private List<JsonNode> before = List.of();
  private int folds;
  private int held;
  private int rewritten;

  HeadReads(TokenCounter counter) {
    this.counter = counter;
  }

  /** The next request of the run, and what it read from the cache. */
  void entered(JsonNode request, long cacheReadTokens) {
    List<JsonNode> head = head(request);
    if (!before.isEmpty() && !head.equals(before)) {
      if (head.size() > before.size() && head.subList(0, before.size()).equals(before)) {
        folds++;
        held += cacheReadTokens >= tokensUpTo(before, request) ? 1 : 0;
      } else {
        rewritten++;
      }
    }
    before = head;
  }

  /** Times the head grew at its end. */
  int folds() {
    return folds;
  }

  /** Those of them where all that stood before was read from the cache. */
  int held() {
    return held;
  }

  /** Times the head changed in another way, as by a roll-up. */
  int rewritten() {
    return rewritten;
  }

  private long tokensUpTo(List<JsonNode> head, JsonNode request) {
    ObjectNode prefix = request.deepCopy();
    ArrayNode content =
        prefix.putArray("messages").addObject().put("role", "user").putArray("content");
    head.forEach(content::add);
    return counter.countRequest(prefix);
  }

  private static List<JsonNode> head(JsonNode request) {
    List<JsonNode> blocks = new ArrayList<>();
    for (JsonNode block : request.path("messages").path(0).path("content")) {
      blocks.add(
          block instanceof ObjectNode object ? object.deepCopy().without("cache_control") : block);
    }
    return blocks;
  }
}
