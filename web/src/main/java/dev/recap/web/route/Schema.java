package dev.recap.web.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of what the API takes and gives, as far as it needs any. */
public final class Schema {
  private static final String TYPE = "type";

  private Schema() {}

  public static Map<String, Object> text() {
    return Map.of(TYPE, "string");
  }

  /** Text of so many characters at most. */
  public static Map<String, Object> text(int most) {
    return Map.of(TYPE, "string", "maxLength", most);
  }

  /** One of these texts. */
  public static Map<String, Object> oneOf(List<String> values) {
    return Map.of(TYPE, "string", "enum", values);
  }

  public static Map<String, Object> time() {
    return Map.of(TYPE, "string", "format", "date-time");
  }

  public static Map<String, Object> number() {
    return Map.of(TYPE, "integer");
  }

  /** A whole number from least to most. */
  public static Map<String, Object> number(long least, long most) {
    return Map.of(TYPE, "integer", "minimum", least, "maximum", most);
  }

  /** A number that may have a fraction. */
  public static Map<String, Object> fraction() {
    return Map.of(TYPE, "number");
  }

  /** A number above 0 that may have a fraction. */
  public static Map<String, Object> positive(double most) {
    return Map.of(TYPE, "number", "exclusiveMinimum", 0, "maximum", most);
  }

  public static Map<String, Object> truth() {
    return Map.of(TYPE, "boolean");
  }

  public static Map<String, Object> listOf(Map<String, Object> item) {
    return Map.of(TYPE, "array", "items", item);
  }

  /** A list of so many at most, and at least one. */
  public static Map<String, Object> someOf(Map<String, Object> item, int most) {
    return Map.of(TYPE, "array", "items", item, "minItems", 1, "maxItems", most);
  }

  /** The same, or null. */
  public static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> either = new LinkedHashMap<>(schema);
    either.put(TYPE, List.of(String.valueOf(schema.get(TYPE)), "null"));
    return either;
  }

  /** An object with these properties, in their order, and no other ones. */
  public static Fields object() {
    return new Fields();
  }

  /** Properties of an object, one after the other. */
  public static final class Fields {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private Fields() {}

    /** One that is always there. */
    public Fields has(String name, Map<String, Object> schema) {
      required.add(name);
      return mayHave(name, schema);
    }

    /** One that may be missing. */
    public Fields mayHave(String name, Map<String, Object> schema) {
      properties.put(name, schema);
      return this;
    }

    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put(TYPE, "object");
      schema.put("properties", properties);
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      schema.put("additionalProperties", false);
      return schema;
    }
  }
}
