package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A request that keeps the rules.
 *
 * @param body the body as it came, from the last block of a compaction on
 * @param edits the prompt as the model is shown it, and what was edited in it
 * @param messages the messages, neighbours of one role merged
 * @param demands what else it asks for
 * @param sent the thinking in it
 */
public record MessagesRequest(
    ObjectNode body,
    ContextEdits edits,
    List<Message> messages,
    Demands demands,
    ThinkingSent sent) {
  /**
   * What a request asks of the reply.
   *
   * @param maxTokens the longest reply in tokens
   * @param choice which tools may be called
   * @param stopSequences texts at which the reply ends
   * @param thoughts how the reply is thought about
   * @param stream whether it is sent as events
   */
  public record Demands(
      int maxTokens,
      ToolChoice choice,
      List<String> stopSequences,
      Thoughts thoughts,
      boolean stream) {
    public Demands {
      stopSequences = List.copyOf(stopSequences);
    }

    /** Whether the reply begins with a thinking block. */
    public boolean thinking() {
      return thoughts.any();
    }
  }

  public MessagesRequest {
    messages = List.copyOf(messages);
  }

  /** The body as text without what only says how the reply is delivered. */
  public String withoutDelivery() {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    rest.setAll(body);
    return rest.without(List.of("stream", "metadata")).toString();
  }

  /** The body as the model is shown it. */
  public ObjectNode prompt() {
    return edits.prompt();
  }

  public String model() {
    return body.path("model").asText();
  }

  /** The same messages with the wish that they be compacted. */
  public MessagesRequest compacting(String instructions) {
    ObjectNode asking = JsonNodeFactory.instance.objectNode();
    asking.setAll(body);
    asking.putObject("compaction").put("instructions", instructions);
    return new MessagesRequest(asking, edits, messages, demands, sent);
  }

  /** The body of a request that begins with a block in place of the messages. */
  public String startingWith(ObjectNode block) {
    ObjectNode rest = body.deepCopy();
    rest.putArray("messages").addObject().put("role", "assistant").putArray("content").add(block);
    return rest.toString();
  }

  /** What the reply tells beside its content: what was dropped and cleared. */
  public ObjectNode told() {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    sent.transformations().ifPresent(dropped -> told.set("input_transformations", dropped));
    if (body.hasNonNull("context_management")) {
      told.putObject("context_management").set("applied_edits", edits.applied());
    }
    return told;
  }

  /** Whether it asks for a compaction of its messages instead of a reply. */
  public boolean asksForCompaction() {
    return body.path("compaction").isObject();
  }

  /** How the compaction is to be written, empty where the request leaves it open. */
  public String compactionInstructions() {
    return body.path("compaction").path("instructions").asText("");
  }

  /** The spec of a tool, if the request has it. */
  public Optional<JsonNode> tool(String name) {
    for (JsonNode tool : body.path("tools")) {
      if (tool.path("name").asText().equals(name)) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }

  public boolean hasTools() {
    return !body.path("tools").isEmpty();
  }

  /** The system prompt as one text, empty if there is none. */
  public String system() {
    JsonNode system = body.path("system");
    if (system.isTextual()) {
      return system.asText();
    }
    StringBuilder text = new StringBuilder();
    system.forEach(block -> text.append(block.path("text").asText()).append('\n'));
    return text.toString();
  }
}
