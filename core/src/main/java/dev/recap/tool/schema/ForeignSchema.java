package dev.recap.tool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.relocated.com.networknt.schema.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JSON Schema that somebody else wrote, without the parts that cannot be read: they let
 * everything pass, and are named in the log. Where a part is gone, what refuses by what a part
 * accepts goes too ({@code not}, {@code oneOf}): no call is refused for a reason nobody wrote.
 */
final class ForeignSchema {
  private static final Logger LOG = LoggerFactory.getLogger(ForeignSchema.class);

  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> LISTED = Set.of("allOf", "anyOf", "items", "prefixItems");
  private static final Set<String> SINGLE =
      Set.of(
          "items additionalItems contains additionalProperties propertyNames then else".split(" "));
  private static final Set<String> REFUSING =
      Set.of("not", "oneOf", "if", "maxContains", "unevaluatedItems", "unevaluatedProperties");

  /** The keywords that refuse what their neighbours do not name. */
  private static final Set<String> CLOSING =
      Set.of("additionalProperties", "additionalItems", "items");

  private static final int MAX_DEPTH = 100;

  private final SchemaReader reader = new SchemaReader();
  private final String tool;
  private final JsonNode root;
  private final Set<String> unread = new LinkedHashSet<>();

  ForeignSchema(String tool, JsonNode root) {
    this.tool = tool;
    this.root = root;
  }

  /** The schema as far as it can be read. */
  Schema read() {
    if (isReadable(root)) {
      return reader.read(root);
    }
    JsonNode rest = part(root, "", 0);
    if (!isReadable(rest)) {
      unread.add("#");
      rest = BooleanNode.TRUE;
    }
    LOG.warn(
        "the schema of tool '{}' cannot be read at {}; what stands there is not checked",
        tool,
        unread);
    return reader.read(rest);
  }

  /** Applied once, too: some of what cannot be read is noticed no earlier. */
  private boolean isReadable(JsonNode schema) {
    try {
      reader.read(schema).validate(JsonNodeFactory.instance.objectNode());
      return reader.isWellFormed(schema);
    } catch (RuntimeException | StackOverflowError unreadable) {
      LOG.debug("a part of the schema of tool '{}' cannot be read", tool, unreadable);
      return false;
    }
  }

  private JsonNode part(JsonNode schema, String at, int depth) {
    if (schema.isBoolean()) {
      return schema;
    }
    if (!schema.isObject() || depth > MAX_DEPTH) {
      unread.add(at);
      return BooleanNode.TRUE;
    }
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> one : schema.properties()) {
      String name = one.getKey();
      rest.set(name, keyword(name, one.getValue(), at + "/" + name, depth + 1));
    }
    if (schema.properties().stream().anyMatch(one -> unread.contains(at + "/" + one.getKey()))) {
      rest.remove(CLOSING);
    }
    rest.properties().removeIf(keyword -> keyword.getValue().isMissingNode());
    return rest;
  }

  /** What is left of a keyword; missing when nothing is. */
  private JsonNode keyword(String name, JsonNode value, String at, int depth) {
    if (REFUSING.contains(name)) {
      return missing(at);
    }
    if (SINGLE.contains(name) && !value.isArray()) {
      return part(value, at, depth);
    }
    if (NAMED.contains(name) && value.isObject()) {
      ObjectNode parts = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> one : value.properties()) {
        String key = one.getKey();
        if (name.equals("patternProperties") && !stands(name, parts.objectNode().put(key, true))) {
          missing(at);
        } else {
          parts.set(key, part(one.getValue(), at + "/" + key, depth));
        }
      }
      return parts;
    }
    if (LISTED.contains(name) && value.isArray() && !value.isEmpty()) {
      ArrayNode parts = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        parts.add(part(value.get(i), at + "/" + i, depth));
      }
      return stands(name, parts) ? parts : missing(at);
    }
    boolean local = name.equals("$ref") && value.asText().startsWith("#/");
    return (local ? !root.at(pointer(value.asText())).isMissingNode() : stands(name, value))
        ? value
        : missing(at);
  }

  private static String pointer(String reference) {
    return URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether a keyword can be read alone, in the schema's own dialect if that is known. */
  private boolean stands(String name, JsonNode value) {
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    if (root.has("$schema") && !unread.contains("/$schema")) {
      alone.set("$schema", root.get("$schema"));
    }
    return isReadable(alone.set(name, value));
  }

  private JsonNode missing(String at) {
    unread.add(at);
    return MissingNode.getInstance();
  }
}
