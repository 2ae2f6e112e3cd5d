package dev.recap.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.lab.scenario.WireJson;
import dev.recap.model.ToolSpec;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens of blocks, counted as the simulator server counts and each only once: the o200k tokenizer,
 * scaled to recorded usage of Claude models. Safe for use by several threads.
 */
public final class BlockCounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TokenCounter counter;
  private final Map<Block, Integer> known = new ConcurrentHashMap<>();

  /** For models before Opus 4.7. */
  public BlockCounts() {
    this(1);
  }

  /**
   * For another model.
   *
   * @param tokens its tokens for one of those
   */
  public BlockCounts(double tokens) {
    this.counter = new TokenCounter(tokens);
  }

  int of(Block block) {
    return known.computeIfAbsent(block, fresh -> counter.countBlock(json(fresh)));
  }

  /** Tokens of a message's blocks and of its role. */
  long of(Message message) {
    return messageOverhead() + of(message.content());
  }

  /** Tokens of a reply. */
  public long of(List<Block> blocks) {
    return blocks.stream().mapToLong(this::of).sum();
  }

  /** Tokens of tools and instructions, the same in every request. */
  public long fixed(String instructions, List<ToolSpec> tools) {
    long tokens = counter.count(instructions);
    for (int i = 0; i < tools.size(); i++) {
      tokens += counter.countTool(json(tools.get(i)), i == 0);
    }
    return tokens;
  }

  int messageOverhead() {
    return counter.messageOverhead();
  }

  static JsonNode json(ToolSpec tool) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", tool.name()).put("description", tool.description());
    return node.set("input_schema", WireJson.read(tool.inputSchema()));
  }

  static JsonNode json(Block block) {
    ObjectNode node = JSON.createObjectNode();
    return switch (block) {
      case Text(var text) -> node.put("type", "text").put("text", text);
      case ToolCall call ->
          node.put("type", "tool_use")
              .put("id", call.id())
              .put("name", call.tool())
              .set("input", WireJson.read(call.arguments()));
      case ToolResult result ->
          node.put("type", "tool_result")
              .put("tool_use_id", result.callId())
              .put("content", result.content());
      case Media media ->
          node.put("type", media.isImage() ? "image" : "document").put("title", media.name());
      case Opaque opaque -> WireJson.read(opaque.json());
    };
  }
}
