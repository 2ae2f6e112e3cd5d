package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What kind of JSON a field may hold. A field that holds another kind ends in a 400 that names it.
 */
enum Shape {
  TEXT("string"),
  LIST("list"),
  DICTIONARY("dictionary"),
  FLAG("boolean"),
  NUMBER("number"),
  WHOLE("integer");

  private final String word;

  Shape(String word) {
    this.word = word;
  }

  private boolean fits(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isTextual();
      case LIST -> value.isArray();
      case DICTIONARY -> value.isObject();
      case FLAG -> value.isBoolean();
      case NUMBER -> value.isNumber();
      case WHOLE -> value.isIntegralNumber();
    };
  }

  static void dictionary(JsonNode value, String path) {
    of(value, path, DICTIONARY);
  }

  /** The value, if it has one of these shapes. */
  static JsonNode of(JsonNode value, String path, Shape... shapes) {
    if (Arrays.stream(shapes).noneMatch(shape -> shape.fits(value))) {
      throw ApiException.invalid(
          "%s: Input should be a valid %s"
              .formatted(
                  path,
                  Arrays.stream(shapes)
                      .map(shape -> shape.word)
                      .collect(Collectors.joining(" or "))));
    }
    return value;
  }

  /** A field that may be absent but not null, and each part of it where it is a list. */
  static void given(
      JsonNode object, String name, String path, BiConsumer<JsonNode, String> part, Shape... of) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && of(value, path, of).isArray()) {
      for (int i = 0; i < value.size(); i++) {
        part.accept(value.get(i), path + "." + i);
      }
    }
  }
}
