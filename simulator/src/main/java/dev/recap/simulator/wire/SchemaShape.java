package dev.recap.simulator.wire;

import static dev.recap.simulator.wire.Shape.DICTIONARY;
import static dev.recap.simulator.wire.Shape.FLAG;
import static dev.recap.simulator.wire.Shape.LIST;
import static dev.recap.simulator.wire.Shape.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What kind of JSON stands where in a JSON Schema, as far as its usual words go. */
final class SchemaShape {
  private static final List<String> TEXTS = List.of("description", "title", "$ref", "format");
  private static final List<String> NAMED = List.of("properties", "$defs", "definitions");
  private static final List<String> LISTED = List.of("anyOf", "oneOf", "allOf", "prefixItems");
  private static final List<String> SINGLE = List.of("items", "additionalProperties", "not");

  private SchemaShape() {}

  static void check(JsonNode schema, String path) {
    if (Shape.of(schema, path, DICTIONARY, FLAG).isBoolean()) {
      return;
    }
    TEXTS.forEach(name -> Shape.given(schema, name, path + "." + name, SchemaShape::text, TEXT));
    Shape.given(schema, "type", path + ".type", SchemaShape::text, TEXT, LIST);
    Shape.given(schema, "enum", path + ".enum", (any, at) -> {}, LIST);
    Shape.given(schema, "required", path + ".required", SchemaShape::text, LIST);
    NAMED.stream().filter(schema::has).forEach(name -> named(schema.path(name), path + "." + name));
    LISTED.forEach(name -> Shape.given(schema, name, path + "." + name, SchemaShape::check, LIST));
    SINGLE.stream()
        .filter(schema::has)
        .forEach(name -> check(schema.path(name), path + "." + name));
  }

  private static void text(JsonNode value, String path) {
    Shape.of(value, path, TEXT);
  }

  private static void named(JsonNode schemas, String path) {
    Shape.of(schemas, path, DICTIONARY)
        .properties()
        .forEach(one -> check(one.getValue(), path + "." + one.getKey()));
  }
}
