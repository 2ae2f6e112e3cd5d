package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a value that a JSON Schema accepts, as far as it says so itself; a pattern is not met. */
public final class SchemaExample {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 12;
  private static final int MOST_ELEMENTS = 20;
  private static final int LONGEST = 1_000;
  private static final Map<String, String> FORMATS =
      Map.of(
          "date", "2026-01-01",
          "date-time", "2026-01-01T00:00:00Z",
          "time", "12:00:00Z",
          "email", "someone@example.org",
          "uri", "https://example.org",
          "uuid", "00000000-0000-4000-8000-000000000000");

  private final JsonNode root;

  /** For the parts of this schema. */
  public SchemaExample(JsonNode root) {
    this.root = root;
  }

  /** The schema that a property really has. */
  public JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    for (int i = 0; i < DEEPEST; i++) {
      String reference = found.path("$ref").asText();
      if (reference.startsWith("#/")) {
        found = root.at(reference.substring(1));
      } else if (alternative(found).isMissingNode()) {
        return found;
      } else {
        found = alternative(found);
      }
    }
    return found;
  }

  /** The first alternative that is not null. */
  private static JsonNode alternative(JsonNode schema) {
    for (String kind : List.of("anyOf", "oneOf", "allOf")) {
      for (JsonNode one : schema.path(kind)) {
        if (!one.path("type").asText().equals("null")) {
          return one;
        }
      }
    }
    return NODES.missingNode();
  }

  /** The type a value must have, {@code string} where the schema names none. */
  public static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    return type.asText(schema.has("properties") ? "object" : "string");
  }

  public JsonNode value(JsonNode schema) {
    return value(schema, 0);
  }

  /** An input of a tool, empty where the tool is not known. */
  static ObjectNode input(Optional<JsonNode> tool) {
    JsonNode schema = tool.map(spec -> spec.path("input_schema")).orElse(NODES.objectNode());
    return new SchemaExample(schema).object(schema, 0);
  }

  private JsonNode value(JsonNode unresolved, int depth) {
    JsonNode schema = resolved(unresolved);
    for (String given : List.of("const", "default")) {
      if (schema.has(given)) {
        return schema.path(given);
      }
    }
    for (String listed : List.of("examples", "enum")) {
      if (!schema.path(listed).isEmpty()) {
        return schema.path(listed).get(0);
      }
    }
    return switch (type(schema)) {
      case "integer", "number" -> number(schema);
      case "boolean" -> NODES.booleanNode(false);
      case "null" -> NODES.nullNode();
      case "array" -> array(schema, depth);
      case "object" -> object(schema, depth);
      default -> NODES.textNode(text(schema));
    };
  }

  private static JsonNode number(JsonNode schema) {
    long value = schema.path("minimum").asLong(1);
    if (schema.has("exclusiveMinimum")) {
      value = schema.path("exclusiveMinimum").asLong() + 1;
    }
    value = Math.min(value, schema.path("maximum").asLong(Long.MAX_VALUE));
    long step = schema.path("multipleOf").asLong();
    return NODES.numberNode(step > 1 ? Math.ceilDiv(value, step) * step : value);
  }

  private static String text(JsonNode schema) {
    String text = FORMATS.getOrDefault(schema.path("format").asText(), "example");
    int shortest = Math.clamp(schema.path("minLength").asLong(), 0, LONGEST);
    int longest = Math.clamp(schema.path("maxLength").asLong(LONGEST), 0, LONGEST);
    String filled = text + "x".repeat(Math.max(0, shortest - text.length()));
    return filled.substring(0, Math.min(filled.length(), longest));
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    int elements = Math.clamp(schema.path("minItems").asLong(), 0, MOST_ELEMENTS);
    for (int i = 0; i < elements && depth < DEEPEST; i++) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (JsonNode name : schema.path("required")) {
      if (depth < DEEPEST) {
        object.set(name.asText(), value(schema.path("properties").path(name.asText()), depth + 1));
      }
    }
    return object;
  }
}
