package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thinking that is bound to everything before it: system, tools, every earlier block by value, and
 * the thinking block before. A signature holds the size of what was thought, a hash of the prefix
 * and the seal of the block before, so that the server has nothing to remember. A compaction's
 * signature holds the hash of what it covers, and what follows it goes on from there.
 */
public final class BoundThinking {
  /** What the header {@code anthropic-beta} has to name. */
  public static final String BETA = "thinking-binding-controls-2026-08-01";

  private static final String CONTROLS = "`thinking.block_binding.prefix_mismatch_behavior`";

  /** What becomes of the request, one block after the other. */
  private final ObjectNode body;

  private final String base;
  private final ArrayNode dropped = JsonNodeFactory.instance.arrayNode();
  private String passed = "";
  private String lastSeal = "";

  private BoundThinking(ObjectNode body) {
    this.body = body;
    this.base = Signatures.digest(bare(body.path("system")) + "\n" + bare(body.path("tools")));
  }

  /**
   * Checks every thinking block of a request.
   *
   * @param beta whether the header names {@link #BETA}
   * @return what was dropped; the blocks are taken out of the body
   * @throws ApiException where one does not stand behind what it was made for
   */
  static ArrayNode check(ObjectNode body, boolean beta) {
    var checked = new BoundThinking(body);
    checked.walk(beta);
    return checked.dropped;
  }

  private void walk(boolean beta) {
    JsonNode binding = body.path("thinking").path("block_binding");
    if (binding.isObject() && !beta) {
      throw ApiException.invalid("block_binding: Extra inputs are not permitted");
    }
    boolean drops = binding.path("prefix_mismatch_behavior").asText().equals("drop_block");
    for (int i = 0; i < body.path("messages").size(); i++) {
      JsonNode message = body.path("messages").get(i);
      for (int j = 0; j < message.path("content").size(); j++) {
        JsonNode block = message.path("content").get(j);
        String path = "messages.%d.content.%d".formatted(i, j);
        if (block.path("type").asText().equals("thinking")) {
          judge((ObjectNode) block, path, drops, beta);
        } else {
          pass(message.path("role").asText(), block);
        }
      }
      if (message.path("content").isTextual()) {
        pass(message.path("role").asText(), Reply.textBlock(message.path("content").asText()));
      }
    }
    removeDropped();
  }

  private void judge(ObjectNode block, String path, boolean drops, boolean beta) {
    String[] parts = block.path("signature").asText().split("\\.", -1);
    if (parts.length != 4 || !parts[3].equals(seal(block, parts))) {
      throw ApiException.invalid(path + ": Invalid `signature` in `thinking` block");
    }
    boolean stands = parts[1].equals(prefix()) && (lastSeal.isEmpty() || parts[2].equals(lastSeal));
    if (stands) {
      lastSeal = parts[3];
      return;
    }
    if (!drops) {
      throw ApiException.invalid(
          path
              + ": Invalid `signature` in `thinking` block. The block is bound to a different"
              + " conversation. Remove the block, or set "
              + CONTROLS
              + " to \"drop_block\"."
              + (beta
                  ? ""
                  : " That setting requires the `"
                      + BETA
                      + "` value in the `anthropic-beta` header."));
    }
    dropped
        .addObject()
        .put("type", "thinking_dropped")
        .put("path", path)
        .put("reason", "prefix_binding_mismatch");
  }

  private void removeDropped() {
    for (int i = dropped.size() - 1; i >= 0; i--) {
      String[] path = dropped.get(i).path("path").asText().split("\\.");
      ((ArrayNode) body.path("messages").get(Integer.parseInt(path[1])).path("content"))
          .remove(Integer.parseInt(path[3]));
    }
  }

  private void pass(String role, JsonNode block) {
    String covered = covered(block);
    passed = covered.isEmpty() ? Signatures.digest(passed + role + bare(block)) : covered;
  }

  private static String covered(JsonNode block) {
    String signature = block.path("signature").asText();
    return block.path("type").asText().equals(CompactionRules.BLOCK) && signature.contains(".")
        ? signature.substring(signature.indexOf('.') + 1)
        : "";
  }

  private String prefix() {
    return Signatures.digest(base + passed);
  }

  private static String seal(ObjectNode block, String[] parts) {
    return Signatures.sign(
        String.join(".", parts[0], parts[1], parts[2], block.path("thinking").asText()));
  }

  /**
   * The thinking blocks of a reply, bound to the request it answers.
   *
   * @param tokens of each
   * @param shown whether its text may be read
   */
  public static Reply bound(ObjectNode request, Reply reply, int tokens, boolean shown) {
    var behind = new BoundThinking(request.deepCopy());
    behind.walk(true);
    ArrayNode content = JsonNodeFactory.instance.arrayNode();
    for (JsonNode block : reply.content()) {
      if (block.path("type").asText().equals("thinking")) {
        content.add(behind.signed(shown ? block.path("thinking").asText() : "", tokens));
      } else {
        behind.pass("assistant", block);
        content.add(block);
      }
    }
    return new Reply(content, reply.stop(), reply.stopSequence());
  }

  private ObjectNode signed(String text, int tokens) {
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    block.put("type", "thinking").put("thinking", text);
    String[] parts = {String.valueOf(tokens), prefix(), lastSeal};
    lastSeal = seal(block, parts);
    return block.put("signature", String.join(".", parts[0], parts[1], parts[2], lastSeal));
  }

  /** What a compaction of this request covers, for its signature. */
  static String covers(ObjectNode request) {
    var behind = new BoundThinking(request.deepCopy());
    behind.walk(true);
    return behind.passed;
  }

  /** The tokens that a signature tells of; -1 where it tells of none. */
  public static int tokensOf(JsonNode block) {
    String[] parts = block.path("signature").asText().split("\\.", -1);
    return parts.length == 4 && parts[0].matches("\\d{1,6}") ? Integer.parseInt(parts[0]) : -1;
  }

  /** By value: the order of an object's fields does not count, nor where the cache is written. */
  private static String bare(JsonNode json) {
    if (json.isObject()) {
      Map<String, String> fields = new TreeMap<>();
      json.properties()
          .forEach(field -> {
            if (!field.getKey().equals("cache_control")) {
              fields.put(field.getKey(), bare(field.getValue()));
            }
          });
      return fields.toString();
    }
    if (json.isArray()) {
      List<String> elements = new ArrayList<>();
      json.forEach(element -> elements.add(bare(element)));
      return elements.toString();
    }
    return json.toString();
  }
}
