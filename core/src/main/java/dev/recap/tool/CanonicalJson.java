package dev.recap.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** JSON with sorted keys and no white space, so that equal values are equal text. */
public final class CanonicalJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A decimal with more digits before the point stays in scientific form. */
  private static final int MOST_INTEGER_DIGITS = 100;

  /** More digits than any number that a tool can mean, and few enough to write out. */
  private static final int MOST_DIGITS = 400;

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
      return JSON.writeValueAsString(spelled(node, false));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  /**
   * The same in the same order, each number in its one spelling.
   *
   * @throws IllegalArgumentException when a text is none, or a number is too large to write out
   */
  static JsonNode plain(JsonNode node) {
    return spelled(node, true);
  }

  private static JsonNode spelled(JsonNode node, boolean strictly) {
    if (node.isObject()) {
      var object = JSON.createObjectNode();
      node.properties()
          .forEach(field ->
              object.set(
                  strictly ? text(field.getKey()) : field.getKey(),
                  spelled(field.getValue(), strictly)));
      return object;
    }
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(element -> array.add(spelled(element, strictly)));
      return array;
    }
    if (strictly && node.isTextual()) {
      text(node.textValue());
    }
    if (!node.isBigDecimal()) {
      return node;
    }
    BigDecimal value = node.decimalValue().stripTrailingZeros();
    if (strictly && Math.abs((long) value.scale()) + value.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "a number with more than %d digits, %s, is out of range"
              .formatted(MOST_DIGITS, ArgumentCheck.shown(node)));
    }
    return number(value);
  }

  /** Half a character has no bytes, and many a store ends a text at a NUL. */
  private static String text(String text) {
    if (text.indexOf('\0') >= 0
        || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          "a text contains what is no character (a NUL or half of a surrogate pair)");
    }
    return text;
  }

  /** 10.0 and 1e1 are the same number as 10, so they are the same text. */
  private static JsonNode number(BigDecimal value) {
    boolean whole = value.scale() <= 0;
    return whole && value.precision() - (long) value.scale() <= MOST_INTEGER_DIGITS
        ? BigIntegerNode.valueOf(value.toBigInteger())
        : DecimalNode.valueOf(value);
  }
}
