package dev.recap.invariants;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What may stand in a call that goes back to a provider. Source: the refusals of the Messages API,
 * "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'" for a tool's name and "'^[a-zA-Z0-9_-]+$'"
 * for an id.
 */
final class Accepted {
  static final int LONGEST_TOOL_NAME = 128;

  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final JsonFactory JSON = new JsonFactory();

  private Accepted() {}

  static boolean asId(String id) {
    return PLAIN.matcher(id).matches();
  }

  static boolean asToolName(String name) {
    return name.length() <= LONGEST_TOOL_NAME && asId(name);
  }

  /** Whether they are one JSON object, every number in it one that can be read. */
  static boolean asArguments(String arguments) {
    try (JsonParser parser = JSON.createParser(arguments)) {
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      while (object && !parser.getParsingContext().inRoot()) {
        if (parser.nextToken() == JsonToken.VALUE_NUMBER_FLOAT) {
          // An exponent out of all bounds is found out only here.
          Objects.requireNonNull(parser.getDecimalValue());
        }
      }
      return object && parser.nextToken() == null;
    } catch (IOException | NumberFormatException unreadable) {
      return false;
    }
  }
}
