package dev.recap.simulator.wire;

import static dev.recap.simulator.wire.Shape.DICTIONARY;
import static dev.recap.simulator.wire.Shape.FLAG;
import static dev.recap.simulator.wire.Shape.LIST;
import static dev.recap.simulator.wire.Shape.NUMBER;
import static dev.recap.simulator.wire.Shape.TEXT;
import static dev.recap.simulator.wire.Shape.WHOLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What kind of JSON stands where in a request: the first thing that is looked at, so that whoever
 * judges or reads a value later finds it in the shape that it has in the API.
 */
final class RequestShape {
  private static final Map<String, Shape> TOP =
      Map.ofEntries(
          Map.entry("stream", FLAG),
          Map.entry("temperature", NUMBER),
          Map.entry("top_p", NUMBER),
          Map.entry("top_k", WHOLE),
          Map.entry("service_tier", TEXT),
          Map.entry("metadata", DICTIONARY),
          Map.entry("stop_sequences", LIST),
          Map.entry("tool_choice", DICTIONARY),
          Map.entry("thinking", DICTIONARY),
          Map.entry("compaction", DICTIONARY),
          Map.entry("output_config", DICTIONARY),
          Map.entry("context_management", DICTIONARY),
          Map.entry("cache_control", DICTIONARY));

  private RequestShape() {}

  static void check(JsonNode body) {
    optional(body, "", TOP);
    optional(body.path("metadata"), "metadata", Map.of("user_id", TEXT));
    optional(
        body.path("tool_choice"),
        "tool_choice",
        Map.of("type", TEXT, "name", TEXT, "disable_parallel_tool_use", FLAG));
    optional(
        body.path("thinking"),
        "thinking",
        Map.of("type", TEXT, "budget_tokens", WHOLE, "display", TEXT, "block_binding", DICTIONARY));
    optional(body.path("compaction"), "compaction", Map.of("type", TEXT, "instructions", TEXT));
    optional(
        body.path("output_config"), "output_config", Map.of("format", DICTIONARY, "effort", TEXT));
    Shape.given(
        body.path("context_management"),
        "edits",
        "context_management.edits",
        Shape::dictionary,
        LIST);
    cacheControl(body, "");
    Shape.given(body, "system", "system", RequestShape::block, TEXT, LIST);
    Shape.given(body, "tools", "tools", RequestShape::tool, LIST);
    Shape.given(body, "messages", "messages", RequestShape::message, LIST);
  }

  private static void tool(JsonNode tool, String path) {
    optional(Shape.of(tool, path, DICTIONARY), path, Map.of("type", TEXT, "description", TEXT));
    cacheControl(tool, path + ".");
    if (tool.path("input_schema").isObject()) {
      SchemaShape.check(tool.path("input_schema"), path + ".custom.input_schema");
    }
  }

  private static void message(JsonNode message, String path) {
    Shape.of(message, path, DICTIONARY);
    Shape.given(message, "content", path + ".content", RequestShape::block, TEXT, LIST);
  }

  private static void block(JsonNode block, String path) {
    String type = Fields.string(Shape.of(block, path, DICTIONARY), "type", path + ".type");
    String inside = path + "." + type;
    cacheControl(block, path + ".");
    switch (type) {
      case "text" -> Fields.string(block, "text", inside + ".text");
      case "tool_result" -> {
        optional(block, inside, Map.of("is_error", FLAG));
        Shape.given(block, "content", inside + ".content", RequestShape::block, TEXT, LIST);
      }
      case "image" -> optional(block, inside, Map.of("source", DICTIONARY));
      case "document" -> {
        optional(block, inside, Map.of("title", TEXT, "context", TEXT));
        optional(block, inside, Map.of("source", DICTIONARY, "citations", DICTIONARY));
      }
      case "redacted_thinking" -> Fields.string(block, "data", inside + ".data");
      case "search_result" -> {
        optional(block, inside, Map.of("source", TEXT, "title", TEXT, "citations", DICTIONARY));
        Shape.given(block, "content", inside + ".content", RequestShape::block, LIST);
      }
      default -> {
        // Calls, thinking and compactions are judged field by field where they are read.
      }
    }
  }

  private static void cacheControl(JsonNode holder, String path) {
    String control = path + "cache_control";
    JsonNode value = holder.path("cache_control");
    if (!value.isMissingNode() && !value.isNull()) {
      optional(Shape.of(value, control, DICTIONARY), control, Map.of("type", TEXT, "ttl", TEXT));
    }
  }

  /** Fields that may be absent or null. */
  private static void optional(JsonNode object, String path, Map<String, Shape> fields) {
    fields.forEach((name, shape) -> {
      JsonNode value = object.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        Shape.of(value, path.isEmpty() ? name : path + "." + name, shape);
      }
    });
  }
}
