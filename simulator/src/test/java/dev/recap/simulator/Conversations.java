package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages and their blocks as they stand on the wire. */
final class Conversations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Conversations() {}

  static ArrayNode list(JsonNode... parts) {
    ArrayNode list = NODES.arrayNode();
    for (JsonNode part : parts) {
      list.add(part);
    }
    return list;
  }

  static ObjectNode user(JsonNode... blocks) {
    return NODES.objectNode().put("role", "user").set("content", list(blocks));
  }

  static ObjectNode user(String text) {
    return NODES.objectNode().put("role", "user").put("content", text);
  }

  static ObjectNode assistant(JsonNode... blocks) {
    return NODES.objectNode().put("role", "assistant").set("content", list(blocks));
  }

  static ObjectNode assistant(String text) {
    return NODES.objectNode().put("role", "assistant").put("content", text);
  }

  static ObjectNode text(String text) {
    return Client.text(text);
  }

  static ObjectNode call(String id) {
    return call(id, "look_up");
  }

  static ObjectNode call(String id, String name) {
    ObjectNode call = NODES.objectNode().put("type", "tool_use").put("id", id).put("name", name);
    call.putObject("input");
    return call;
  }

  static ObjectNode result(String id) {
    return result(id, NODES.textNode("found"));
  }

  static ObjectNode result(String id, JsonNode content) {
    return NODES
        .objectNode()
        .put("type", "tool_result")
        .put("tool_use_id", id)
        .set("content", content);
  }

  static ObjectNode thinking(String signature) {
    return NODES
        .objectNode()
        .put("type", "thinking")
        .put("thinking", "Hm")
        .put("signature", signature);
  }

  static ObjectNode tool(String name) {
    ObjectNode tool = NODES.objectNode().put("name", name);
    tool.putObject("input_schema").put("type", "object");
    return tool;
  }

  /** The block with a cache breakpoint. */
  static ObjectNode cached(ObjectNode block) {
    block.putObject("cache_control").put("type", "ephemeral");
    return block;
  }
}
