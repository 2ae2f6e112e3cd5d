package dev.recap.web.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A JSON object that a program sent, field by field; what is wrong with one is told by its name.
 */
public final class JsonFields {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // They are read so that they are refused by the name of their field.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final ObjectNode object;
  private final String path;

  private JsonFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static JsonFields of(byte[] bytes) {
    JsonNode node;
    try {
      node = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Refusal.of(
          400,
          "the request is no JSON (line %d, column %d)"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw Refusal.of(400, "the request is no JSON");
    }
    if (node instanceof ObjectNode object) {
      return new JsonFields(object, "");
    }
    throw Refusal.of(400, "a JSON object was expected");
  }

  /** An object without fields, for a request that may be empty. */
  public static JsonFields none() {
    return new JsonFields(JSON.createObjectNode(), "");
  }

  static byte[] write(Object figures) {
    try {
      return JSON.writeValueAsBytes(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the desk answers is always JSON", e);
    }
  }

  /**
   * Refuses fields that nobody knows: a name that is misspelt is not ignored.
   *
   * @throws Refusal with status 400 naming the first of them
   */
  public JsonFields only(Set<String> known) {
    Iterator<String> names = object.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        throw Refusal.ofField(
            path + name,
            "%s is not known here; %s are"
                .formatted(path + name, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return this;
  }

  /**
   * A text that has to be there.
   *
   * @throws Refusal with status 400 when it is missing, blank, too long or no text
   */
  public String text(String name, int mostCharacters) {
    return optional(name, mostCharacters)
        .orElseThrow(
            () -> Refusal.ofField(path + name, path + name + " is missing, but was expected"));
  }

  /** A text that may be missing, null or blank; the same limits. */
  public Optional<String> optional(String name, int mostCharacters) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.ofField(path + name, path + name + " is no text, but text was expected");
    }
    String text = value.textValue();
    if (text.length() > mostCharacters) {
      throw Refusal.ofField(
          path + name,
          "%s has %,d characters, but at most %,d were expected"
              .formatted(path + name, text.length(), mostCharacters));
    }
    if (text.codePoints().anyMatch(JsonFields::isNoText)) {
      throw Refusal.ofField(
          path + name, path + name + " holds NUL or half of a character, but text was expected");
    }
    return Optional.of(text).filter(filled -> !filled.isBlank());
  }

  /** A time that may be missing, such as {@code 2026-11-30T08:00:00Z}. */
  public Optional<Instant> time(String name) {
    return optional(name, 40)
        .map(text -> {
          try {
            return Instant.parse(text);
          } catch (DateTimeParseException e) {
            throw Refusal.ofField(
                path + name,
                "%s is '%s', but a time such as 2026-11-30T08:00:00Z was expected"
                    .formatted(path + name, text));
          }
        });
  }

  /**
   * A whole number that may be missing or null.
   *
   * @throws Refusal with status 400 when it is anything else, or not from least to most
   */
  public OptionalLong whole(String name, long least, long most) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return OptionalLong.empty();
    }
    boolean fits =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= least
            && value.longValue() <= most;
    if (!fits) {
      throw unfit(name, value, "a whole number from %,d to %,d".formatted(least, most));
    }
    return OptionalLong.of(value.longValue());
  }

  /**
   * A number above 0 that may be missing or null, with a fraction or without.
   *
   * @throws Refusal with status 400 when it is anything else, or above most
   */
  public OptionalDouble positive(String name, double most) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return OptionalDouble.empty();
    }
    // What is no number is not above 0 either.
    if (!value.isNumber() || !(value.doubleValue() > 0) || value.doubleValue() > most) {
      throw unfit(name, value, "a number above 0, at most %,.0f".formatted(most));
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /**
   * A list of texts that may be missing or null, and has at least one where it is there.
   *
   * @throws Refusal with status 400 naming the list, or the one of its texts that is blank, too
   *     long or no text
   */
  public List<String> texts(String name, int mostTexts, int mostCharacters) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.isEmpty() || value.size() > mostTexts) {
      throw unfit(name, value, "a list of 1 to %,d texts".formatted(mostTexts));
    }
    var items = JSON.createObjectNode();
    for (int i = 0; i < value.size(); i++) {
      items.set(name + "[" + i + "]", value.get(i));
    }
    var fields = new JsonFields(items, path);
    return items.properties().stream()
        .map(item -> fields.text(item.getKey(), mostCharacters))
        .toList();
  }

  private Refusal unfit(String name, JsonNode value, String expected) {
    String text =
        value.isArray() ? "a list of %,d".formatted(value.size()) : "'" + value.asText() + "'";
    String shown = value.isObject() ? "an object" : text;
    return Refusal.ofField(
        path + name,
        "%s is %s, but %s was expected"
            .formatted(path + name, shown.substring(0, Math.min(shown.length(), 80)), expected));
  }

  /** An object in this one; one without fields where it is missing. */
  public JsonFields object(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return new JsonFields(JSON.createObjectNode(), path + name + ".");
    }
    if (value instanceof ObjectNode inner) {
      return new JsonFields(inner, path + name + ".");
    }
    throw Refusal.ofField(path + name, path + name + " is no object, but one was expected");
  }

  private static boolean isNoText(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
