package dev.recap.simulator.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays a request out as the blocks its cached prefix is made of. */
final class PromptBlocks {
  private final TokenCounter counter;
  private final List<PromptBlock> blocks = new ArrayList<>();

  private PromptBlocks(TokenCounter counter) {
    this.counter = counter;
  }

  static List<PromptBlock> of(JsonNode request, TokenCounter counter) {
    PromptBlocks layout = new PromptBlocks(counter);
    layout.tools(request);
    layout.content(request.path("system"), "system", 0);
    layout.messages(request);
    JsonNode automatic = request.path("cache_control");
    if (automatic.isObject() && !layout.blocks.isEmpty()) {
      PromptBlock last = layout.blocks.removeLast();
      layout.blocks.add(new PromptBlock(last.material(), last.tokens(), life(automatic)));
    }
    return layout.blocks;
  }

  private void tools(JsonNode request) {
    int index = 0;
    for (JsonNode tool : request.path("tools")) {
      int tokens = counter.countTool(tool, index++ == 0);
      add("tool", tool, tokens);
    }
  }

  private void messages(JsonNode request) {
    // They change how messages are rendered, so they are part of the prefix.
    String manner =
        "message "
            + request.path("tool_choice")
            + request.path("thinking")
            + request.path("output_config").path("effort");
    String lastRole = "";
    for (JsonNode message : request.path("messages")) {
      String role = message.path("role").asText();
      boolean begins = !role.equals(lastRole);
      content(
          message.path("content"),
          manner + role + (begins ? " begins" : ""),
          begins ? counter.messageOverhead() : 0);
      lastRole = role;
    }
  }

  private void content(JsonNode content, String kind, int overhead) {
    if (content.isTextual()) {
      ObjectNode block = JsonNodeFactory.instance.objectNode();
      block.put("type", "text").put("text", content.asText());
      add(kind, block, overhead + counter.countBlock(block));
      return;
    }
    int extra = overhead;
    for (JsonNode block : content) {
      add(kind, block, extra + counter.countBlock(block));
      extra = 0;
    }
  }

  private void add(String kind, JsonNode block, int tokens) {
    blocks.add(new PromptBlock(kind + '\n' + bare(block), tokens, breakpoint(block)));
  }

  private static String bare(JsonNode block) {
    if (block instanceof ObjectNode object && object.has("cache_control")) {
      return object.deepCopy().without("cache_control").toString();
    }
    return block.toString();
  }

  private static Optional<PromptBlock.Life> breakpoint(JsonNode block) {
    if (block.path("cache_control").isObject()) {
      return life(block.path("cache_control"));
    }
    for (JsonNode inner : block.path("content")) {
      if (inner.path("cache_control").isObject()) {
        return life(inner.path("cache_control"));
      }
    }
    return Optional.empty();
  }

  private static Optional<PromptBlock.Life> life(JsonNode control) {
    return Optional.of(
        control.path("ttl").asText().equals("1h")
            ? PromptBlock.Life.ONE_HOUR
            : PromptBlock.Life.FIVE_MINUTES);
  }
}
