package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the agent says, before it is cut to size and counted.
 *
 * @param content the blocks
 * @param stop why it ends
 * @param stopSequence the sequence that ended it
 */
public record Reply(ArrayNode content, Stop stop, Optional<String> stopSequence) {
  /** Why a reply ends. */
  public enum Stop {
    END_TURN,
    TOOL_USE,
    MAX_TOKENS,
    STOP_SEQUENCE,
    COMPACTION,
    MODEL_CONTEXT_WINDOW_EXCEEDED;

    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A reply of one text, or of nothing if the text is empty. */
  public static Reply text(String text) {
    ArrayNode content = JsonNodeFactory.instance.arrayNode();
    if (!text.isEmpty()) {
      content.add(textBlock(text));
    }
    return new Reply(content, Stop.END_TURN, Optional.empty());
  }

  /** A reply of those blocks. */
  public static Reply of(ArrayNode content, Stop stop) {
    return new Reply(content, stop, Optional.empty());
  }

  /** The blocks of a content, which may be a bare text. */
  static Stream<JsonNode> blocks(JsonNode content) {
    return content.isTextual() ? Stream.of(textBlock(content.asText())) : content.valueStream();
  }

  public static ObjectNode textBlock(String text) {
    return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
  }

  static ObjectNode thinkingBlock(String thinking) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "thinking")
        .put("thinking", thinking)
        .put("signature", "");
  }

  /**
   * The answer to a request for compaction: the text as one signed block if the reply ended
   * normally with one, otherwise no content and the reason why it ended.
   *
   * @param birth what the block stands for
   */
  public Reply asCompaction(Seal.Birth birth) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    if (stop != Stop.END_TURN) {
      return of(blocks, stop);
    }
    for (JsonNode block : content) {
      if (block.path("type").asText().equals("text")) {
        String text = block.path("text").asText();
        blocks
            .addObject()
            .put("type", CompactionRules.BLOCK)
            .put("content", text)
            .put("signature", Seal.of(text, 0, birth).sign());
      }
    }
    return of(blocks, blocks.isEmpty() ? stop : Stop.COMPACTION);
  }

  /** The same reply behind a thinking block that is not signed yet. */
  public Reply after(String thinking) {
    return after(thinkingBlock(thinking));
  }

  /** The same reply behind a block. */
  public Reply after(JsonNode block) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode().add(block);
    blocks.addAll(content);
    return new Reply(blocks, stop, stopSequence);
  }
}
