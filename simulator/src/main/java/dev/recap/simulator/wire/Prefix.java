package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeMap;

/**
 * What stands before a block of thinking, by value: system, tools, and every block of the messages
 * so far. Thinking is no part of it, nor are breakpoints, deferred tools and the order of keys.
 */
final class Prefix {
  private final String frame;
  private String chain = "";

  Prefix(JsonNode body) {
    StringBuilder said = new StringBuilder();
    Reply.blocks(body.path("system")).forEach(block -> write(block, said));
    for (JsonNode tool : body.path("tools")) {
      if (!tool.path("defer_loading").asBoolean()) {
        write(tool, said.append('\n'));
      }
    }
    frame = Signatures.digest(said.toString());
  }

  private Prefix(Prefix other) {
    this.frame = other.frame;
    this.chain = other.chain;
  }

  Prefix copy() {
    return new Prefix(this);
  }

  static boolean isThinking(JsonNode block) {
    String type = block.path("type").asText();
    return type.equals("thinking") || type.equals("redacted_thinking");
  }

  /** Puts a block behind what stood so far. */
  void add(String role, JsonNode block) {
    if (!isThinking(block)) {
      StringBuilder said = new StringBuilder(chain).append(role);
      write(block, said);
      chain = Signatures.digest(said.toString());
    }
  }

  /** What the messages so far are known by. */
  String messages() {
    return chain;
  }

  /** Lets a summary stand for messages that are known by that. */
  void startBehind(String summarized) {
    chain = summarized;
  }

  /** What everything so far is known by. */
  String name() {
    return Signatures.digest(frame + chain);
  }

  private static void write(JsonNode value, StringBuilder out) {
    if (value.isObject()) {
      var fields = new TreeMap<String, JsonNode>();
      value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      fields.remove("cache_control");
      out.append('{');
      fields.forEach((name, field) -> {
        out.append(JsonNodeFactory.instance.textNode(name)).append(':');
        write(field, out);
      });
      out.append('}');
    } else if (value.isArray()) {
      out.append('[');
      value.forEach(part -> write(part, out));
      out.append(']');
    } else {
      out.append(value).append(',');
    }
  }
}
