package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Reads fields that have to be there. */
final class Fields {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");

  private Fields() {}

  static String string(JsonNode object, String name) {
    return string(object, name, name);
  }

  /** As above, where an error names the field by its whole path. */
  static String string(JsonNode object, String name, String path) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      throw ApiException.invalid(path + ": Field required");
    }
    return Shape.of(value, path, Shape.TEXT).asText();
  }

  /** A string of letters, digits, underscores and hyphens. */
  static String id(JsonNode object, String name, String path) {
    String id = string(object, name, path);
    if (!ID.matcher(id).matches()) {
      throw ApiException.invalid(path + ": String should match pattern '^[a-zA-Z0-9_-]+$'");
    }
    return id;
  }

  /** A string that is not empty and has at most so many characters. */
  static String name(JsonNode object, String path, int longest) {
    String name = string(object, "name", path);
    if (name.isEmpty()) {
      throw ApiException.invalid(path + ": String should have at least 1 character");
    }
    if (name.codePointCount(0, name.length()) > longest) {
      throw ApiException.invalid("%s: String should have at most %s characters", path, longest);
    }
    return name;
  }

  static int maxTokens(JsonNode body, Model model) {
    int most = model.sizes().output();
    JsonNode value = body.path("max_tokens");
    if (value.isMissingNode()) {
      throw ApiException.invalid("max_tokens: Field required");
    }
    if (Shape.of(value, "max_tokens", Shape.WHOLE).bigIntegerValue().signum() < 1) {
      throw ApiException.invalid("max_tokens: Input should be greater than or equal to 1");
    }
    if (!value.canConvertToInt() || value.asInt() > most) {
      throw ApiException.invalid(
          "max_tokens: %s > %s, which is the maximum allowed number of output tokens for %s",
          value.asText(), most, body.path("model").asText());
    }
    return value.asInt();
  }
}
