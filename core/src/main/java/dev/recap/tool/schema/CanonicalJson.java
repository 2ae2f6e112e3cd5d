package dev.recap.tool.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.work.WorkItem.Letters;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;

/** JSON with sorted keys and no white space, so that equal values are equal text. */
public final class CanonicalJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          // Of two members with one name, which one a reader takes is chance.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A decimal with more digits before the point stays in scientific form. */
  private static final int MOST_INTEGER_DIGITS = 100;

  /** More digits than any number that a tool can mean, and few enough to write out. */
  private static final int MOST_DIGITS = 400;

  private CanonicalJson() {}

  /** Nothing at all is no arguments: some providers send that for a tool without parameters. */
  public static JsonNode read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException | NumberFormatException e) {
      String why =
          e instanceof JsonProcessingException odd ? odd.getOriginalMessage() : e.getMessage();
      throw new IllegalArgumentException("its arguments are not valid JSON (%s)".formatted(why), e);
    }
  }

  /**
   * A call's arguments, {@link #plain}.
   *
   * @throws IllegalArgumentException when they are no object of plain values, in words for the
   *     model
   */
  public static ObjectNode arguments(String json) {
    JsonNode given = read(json);
    if (given instanceof ObjectNode) {
      return (ObjectNode) plain(given);
    }
    throw new IllegalArgumentException(
        "its arguments must be a JSON object, but were " + ArgumentCheck.shown(given));
  }

  /** Of a tree that is {@link #plain}. */
  public static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  /**
   * The same in the same order, each number in its one spelling.
   *
   * @throws IllegalArgumentException when a text is none, or a number is too large to write out
   */
  public static JsonNode plain(JsonNode node) {
    return copy(node, CanonicalJson::text, CanonicalJson::single);
  }

  /** The same with those arguments in one spelling of which it is said how their letters count. */
  public static ObjectNode spelled(ObjectNode arguments, Map<String, Letters> letters) {
    letters.forEach((name, these) -> {
      UnaryOperator<JsonNode> spelling =
          one -> one.isTextual() ? new TextNode(these.spell(one.textValue())) : one;
      if (arguments.has(name)) {
        arguments.set(name, copy(arguments.get(name), Letters.AS_WRITTEN::spell, spelling));
      }
    });
    return arguments;
  }

  private static JsonNode copy(
      JsonNode node, UnaryOperator<String> names, UnaryOperator<JsonNode> values) {
    if (node.isArray()) {
      ArrayNode copy = JSON.createArrayNode();
      node.forEach(one -> copy.add(copy(one, names, values)));
      return copy;
    }
    if (!node.isObject()) {
      return values.apply(node);
    }
    ObjectNode copy = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = names.apply(field.getKey());
      if (copy.replace(name, copy(field.getValue(), names, values)) != null) {
        throw new IllegalArgumentException(
            "two names in one object are spelled '%s'".formatted(name));
      }
    }
    return copy;
  }

  private static JsonNode single(JsonNode node) {
    if (node.isTextual()) {
      text(node.textValue());
    }
    if (!node.isBigDecimal()) {
      return node;
    }
    BigDecimal value = node.decimalValue().stripTrailingZeros();
    if (Math.abs((long) value.scale()) + value.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "a number with more than %d digits, %s, is out of range"
              .formatted(MOST_DIGITS, ArgumentCheck.shown(node)));
    }
    // 10.0 and 1e1 are the same number as 10, so they are the same text.
    boolean whole = value.scale() <= 0;
    return whole && value.precision() - (long) value.scale() <= MOST_INTEGER_DIGITS
        ? BigIntegerNode.valueOf(value.toBigInteger())
        : DecimalNode.valueOf(value);
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
}
