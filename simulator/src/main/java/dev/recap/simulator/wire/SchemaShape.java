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
    TEXTS.stream()
        .filter(schema::has)
        .forEach(name -> Shape.of(schema.path(name), path + "." + name, TEXT));
    if (schema.has("type") && Shape.of(schema.path("type"), path + ".type", TEXT, LIST).isArray()) {
      texts(schema.path("type"), path + ".type");
    }
    if (schema.has("enum")) {
      Shape.of(schema.path("enum"), path + ".enum", LIST);
    }
    if (schema.has("required")) {
      texts(Shape.of(schema.path("required"), path + ".required", LIST), path + ".required");
    }
    NAMED.stream().filter(schema::has).forEach(name -> named(schema.path(name), path + "." + name));
    LISTED.stream()
        .filter(schema::has)
        .forEach(name -> listed(schema.path(name), path + "." + name));
    SINGLE.stream()
        .filter(schema::has)
        .forEach(name -> check(schema.path(name), path + "." + name));
  }

  private static void named(JsonNode schemas, String path) {
    Shape.of(schemas, path, DICTIONARY)
        .properties()
        .forEach(one -> check(one.getValue(), path + "." + one.getKey()));
  }

  private static void listed(JsonNode schemas, String path) {
    Shape.of(schemas, path, LIST);
    for (int i = 0; i < schemas.size(); i++) {
      check(schemas.get(i), path + "." + i);
    }
  }

  private static void texts(JsonNode list, String path) {
    for (int i = 0; i < list.size(); i++) {
      Shape.of(list.get(i), path + "." + i, TEXT);
    }
  }
}
