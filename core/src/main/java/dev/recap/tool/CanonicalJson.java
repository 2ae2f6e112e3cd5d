package dev.recap.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/** JSON with sorted keys and no white space, so that equal values are equal text. */
public final class CanonicalJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A decimal with more digits before the point stays in scientific form. */
  private static final int MOST_INTEGER_DIGITS = 100;

  private CanonicalJson() {}

  /**
   * The canonical form of a JSON text.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  public static String of(String json) {
    return write(read(json));
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Nothing at all is no arguments: some providers send that for a tool without parameters. */
  static JsonNode read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not valid JSON (%s)".formatted(e.getOriginalMessage()), e);
    }
  }

  static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(sorted(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  /** The same value with its keys sorted and its numbers in one form. */
  static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      var byName = new TreeMap<String, JsonNode>();
      node.properties().forEach(field -> byName.put(field.getKey(), sorted(field.getValue())));
      var object = JSON.createObjectNode();
      byName.forEach(object::set);
      return object;
    }
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    return node.isBigDecimal() ? number(node.decimalValue().stripTrailingZeros()) : node;
  }

  /** 10.0 and 1e1 are the same number as 10, so they are the same text. */
  private static JsonNode number(BigDecimal value) {
    boolean whole = value.scale() <= 0;
    return whole && value.precision() - (long) value.scale() <= MOST_INTEGER_DIGITS
        ? BigIntegerNode.valueOf(value.toBigInteger())
        : DecimalNode.valueOf(value);
  }
}
