package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes results and thinking out of a prompt, as its request asks. Nothing is remembered: every
 * request is edited from what it sends.
 */
public final class ContextEdits {
  private static final String CLEARED = "[Old tool result content cleared]";

  private final ObjectNode prompt;
  private final TokenCounter counter;
  private final ArrayNode applied = JsonNodeFactory.instance.arrayNode();

  private ContextEdits(ObjectNode prompt, TokenCounter counter) {
    this.prompt = prompt;
    this.counter = counter;
  }

  /** The edits that a request asks for, made. */
  public static ContextEdits of(JsonNode body, ObjectNode prompt, TokenCounter counter) {
    JsonNode edits = body.path("context_management").path("edits");
    ContextEdits made = new ContextEdits(edits.isEmpty() ? prompt : prompt.deepCopy(), counter);
    for (JsonNode edit : edits) {
      int before = counter.countRequest(made.prompt);
      int gone =
          switch (edit.path("type").asText()) {
            case ContextRules.TOOLS -> made.clearTools(edit);
            case ContextRules.THINKING -> made.clearThinking(edit);
            default -> 0;
          };
      if (gone > 0) {
        boolean tools = edit.path("type").asText().equals(ContextRules.TOOLS);
        made.applied
            .addObject()
            .put("type", edit.path("type").asText())
            .put(tools ? "cleared_tool_uses" : "cleared_thinking_turns", gone)
            .put("cleared_input_tokens", before - counter.countRequest(made.prompt));
      }
    }
    return made;
  }

  /** The prompt as they leave it. */
  public ObjectNode prompt() {
    return prompt;
  }

  /** What the reply tells of them. */
  ArrayNode applied() {
    return applied;
  }

  private List<ObjectNode> blocks(String type) {
    return prompt
        .path("messages")
        .valueStream()
        .flatMap(message -> message.path("content").valueStream())
        .filter(block -> block.path("type").asText().equals(type))
        .map(ObjectNode.class::cast)
        .toList();
  }

  /**
   * Goes through the messages as they were sent, request by request: what was cleared for one stays
   * cleared for the next, so that the cache breaks only where more is cleared.
   */
  private int clearTools(JsonNode edit) {
    List<ObjectNode> calls = blocks("tool_use");
    Set<String> cleared = new HashSet<>();
    List<ObjectNode> whole = new ArrayList<>();
    int uses = 0;
    int tokens = counter.countRequest(prompt.deepCopy().without("messages"));
    for (JsonNode message : prompt.path("messages")) {
      tokens += counter.messageOverhead() + counter.countContent(message.path("content"));
      for (JsonNode block : message.path("content")) {
        uses += block.path("type").asText().equals("tool_use") ? 1 : 0;
        if (block.path("type").asText().equals("tool_result")) {
          whole.add((ObjectNode) block);
        }
      }
      if (message.path("role").asText().equals("user") && isDue(edit, tokens, uses)) {
        int keep = edit.path("keep").path("value").asInt(3);
        clear(edit, calls.subList(0, Math.max(0, uses - keep)), whole, cleared);
      }
    }
    clearInputs(edit, calls, cleared);
    return cleared.size();
  }

  private static boolean isDue(JsonNode edit, int tokens, int uses) {
    boolean byUses = edit.path("trigger").path("type").asText().equals("tool_uses");
    return (byUses ? uses : tokens) > edit.path("trigger").path("value").asInt(100_000);
  }

  /** Clears the results of these calls that are still whole, if there is enough in them. */
  private void clear(
      JsonNode edit, List<ObjectNode> old, List<ObjectNode> whole, Set<String> cleared) {
    Set<String> ids = new HashSet<>();
    for (ObjectNode call : old) {
      if (!names(edit.path("exclude_tools"), call)) {
        ids.add(call.path("id").asText());
      }
    }
    List<ObjectNode> results =
        whole.stream().filter(result -> ids.contains(result.path("tool_use_id").asText())).toList();
    int least = edit.path("clear_at_least").path("value").asInt(0);
    if (results.stream().mapToInt(this::saved).sum() >= least) {
      results.forEach(result -> cleared.add(result.path("tool_use_id").asText()));
      results.forEach(result -> result.put("content", CLEARED));
      whole.removeAll(results);
    }
  }

  private static void clearInputs(JsonNode edit, List<ObjectNode> calls, Set<String> cleared) {
    JsonNode inputs = edit.path("clear_tool_inputs");
    for (ObjectNode call : calls) {
      boolean asked = inputs.asBoolean() || names(inputs, call);
      if (asked && cleared.contains(call.path("id").asText())) {
        call.putObject("input");
      }
    }
  }

  private static boolean names(JsonNode tools, JsonNode call) {
    return tools.valueStream().anyMatch(tool -> tool.asText().equals(call.path("name").asText()));
  }

  private int saved(ObjectNode result) {
    return counter.countContent(result.path("content")) - counter.count(CLEARED);
  }

  private int clearThinking(JsonNode edit) {
    List<ArrayNode> turns =
        prompt
            .path("messages")
            .valueStream()
            .map(message -> message.path("content"))
            .filter(JsonNode::isArray)
            .map(ArrayNode.class::cast)
            .filter(content -> content.valueStream().anyMatch(Prefix::isThinking))
            .toList();
    boolean all = edit.path("keep").asText().equals("all");
    int keep = all ? turns.size() : edit.path("keep").path("value").asInt(1);
    List<ArrayNode> old = turns.subList(0, Math.max(0, turns.size() - keep));
    old.forEach(turn -> turn.removeIf(Prefix::isThinking));
    return old.size();
  }
}
