package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Compaction at a threshold: where a prompt is longer, its reply begins with a block that stands
 * for all of it. The block is not signed, and what stands before it means nothing any more.
 *
 * @param triggerTokens from which length on
 * @param pauses whether the block is the whole reply
 * @param instructions how the summary is to be written, empty where it is left open
 */
public record ThresholdCompaction(int triggerTokens, boolean pauses, String instructions) {
  /** What a request asks for, if it does. */
  public static Optional<ThresholdCompaction> in(JsonNode body) {
    for (JsonNode edit : body.path("context_management").path("edits")) {
      if (edit.path("type").asText().equals(ContextRules.COMPACT)) {
        return Optional.of(
            new ThresholdCompaction(
                ContextRules.trigger(edit),
                edit.path("pause_after_compaction").asBoolean(),
                edit.path("instructions").asText("")));
      }
    }
    return Optional.empty();
  }

  /** The block that a reply gives; its content is null where there is no summary. */
  public static ObjectNode block(Reply summary) {
    ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", CompactionRules.BLOCK);
    JsonNode signed = summary.asCompaction(Seal.Birth.none()).content().path(0);
    return block.put("content", signed.path("content").asText(null));
  }

  static boolean isBlock(JsonNode block) {
    return block.path("type").asText().equals(CompactionRules.BLOCK)
        && !block.hasNonNull("signature");
  }

  /** The messages from the last block on that holds a summary. */
  static ArrayNode sinceBlock(JsonNode messages) {
    ArrayNode since = JsonNodeFactory.instance.arrayNode();
    for (JsonNode message : messages) {
      ArrayNode content = JsonNodeFactory.instance.arrayNode();
      boolean failed = false;
      for (JsonNode block : message.path("content")) {
        if (isBlock(block) && block.path("content").isTextual()) {
          since.removeAll();
          content.removeAll();
        }
        boolean empty = isBlock(block) && block.path("content").isNull();
        failed |= empty;
        if (!empty) {
          content.add(block);
        }
      }
      ObjectNode kept = message.deepCopy();
      if (message.path("content").isArray()) {
        kept.set("content", content);
      }
      if (!failed || !content.isEmpty()) {
        since.add(kept);
      }
    }
    return since;
  }
}
