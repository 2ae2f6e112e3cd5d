package dev.recap.anthropic;

import com.anthropic.core.JsonArray;
import com.anthropic.core.JsonObject;
import com.anthropic.core.JsonString;
import com.anthropic.core.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON that is carried through unchanged: order of keys, digits of numbers, unknown fields. */
final class JsonText {
  static final JsonMapper MAPPER = exact(JsonMapper.builder().build());

  private JsonText() {}

  /** The same mapper, but numbers keep the digits they were written with. */
  static JsonMapper exact(JsonMapper mapper) {
    return mapper
        .rebuild()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /**
   * Parses a JSON object.
   *
   * @param what names the text in the message of the exception
   */
  static ObjectNode object(String what, String json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(notAnObject(what, json), e);
    }
    throw new IllegalArgumentException(notAnObject(what, json));
  }

  /** Whether a text is one whole JSON object. */
  static boolean isObject(String json) {
    try {
      return MAPPER.readTree(json) instanceof ObjectNode;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String notAnObject(String what, String json) {
    return "%s must be a JSON object, but was: %s".formatted(what, excerpt(json));
  }

  /** A constant as the API, and our table, write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** At most 200 characters of a text, for a message. */
  static String excerpt(String text) {
    return excerpt(text, 200);
  }

  static String excerpt(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters) + "...";
  }

  /**
   * The exact text of the objects that one field of an object holds: of each object in an array, or
   * of the single object; empty when there is no such field.
   */
  static List<String> objectsIn(String json, String field) throws IOException {
    var slices = new ArrayList<String>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(field);
        JsonToken value = parser.nextToken();
        if (wanted && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            slices.add(slice(json, parser));
          }
        } else if (wanted && value == JsonToken.START_OBJECT) {
          slices.add(slice(json, parser));
        } else {
          parser.skipChildren();
        }
      }
    }
    return slices;
  }

  private static String slice(String json, JsonParser parser) throws IOException {
    int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    parser.skipChildren();
    return json.substring(start, Math.toIntExact(parser.currentLocation().getCharOffset()));
  }

  /** Well-formed JSON without the white space between its tokens, every other character kept. */
  static String compact(String json) {
    var compact = new StringBuilder(json.length());
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted && c == '\\') {
        compact.append(c).append(json.charAt(++i));
      } else if (quoted || !isSpace(c)) {
        quoted ^= c == '"';
        compact.append(c);
      }
    }
    return compact.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** The SDK's form of a tree, in the same order and with well-formed strings. */
  static JsonValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        node.properties().forEach(m -> members.put(wellFormed(m.getKey()), value(m.getValue())));
        yield JsonObject.of(members);
      }
      case ARRAY -> JsonArray.of(node.valueStream().map(JsonText::value).toList());
      case STRING -> JsonString.of(wellFormed(node.textValue()));
      case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> JsonValue.fromJsonNode(node);
    };
  }

  /** Half a surrogate pair, left by a careless cut, cannot be sent: it becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
