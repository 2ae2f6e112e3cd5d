package dev.recap.tool.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.relocated.com.networknt.schema.Error;
import dev.recap.relocated.com.networknt.schema.Schema;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a call's arguments with the tool's schema and says in words what does not fit. */
public record ArgumentCheck(String tool, Schema schema) {
  private static final Logger LOG = LoggerFactory.getLogger(ArgumentCheck.class);

  /** However deep a schema nests, it is one tool's trouble. */
  private static final ObjectMapper DEEP =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
              .build());

  private static final int MAX_VALUE_SHOWN = 80;

  /** Whoever gets more than these wrong does not learn from more. */
  private static final int MAX_PROBLEMS = 10;

  private static final int MAX_PROBLEM_SHOWN = 2_000;

  /** By a schema that was made here. */
  public static ArgumentCheck of(String tool, JsonNode schema) {
    return new ArgumentCheck(tool, new SchemaReader().read(schema));
  }

  /**
   * By a schema that somebody else wrote; the parts that cannot be read are not checked.
   *
   * @throws IllegalArgumentException when it is no schema of an object
   */
  public static ArgumentCheck foreign(String tool, String schema) {
    JsonNode read;
    try {
      read = DEEP.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the schema of tool '%s' is not JSON: %s".formatted(tool, e.getOriginalMessage()), e);
    }
    if (!read.path("type").asText().equals("object")) {
      throw new IllegalArgumentException(
          "the schema of tool '%s' must be a JSON Schema of type object, but its type is %s"
              .formatted(tool, read.path("type")));
    }
    return new ArgumentCheck(tool, new ForeignSchema(tool, read).read());
  }

  /**
   * These arguments, which fit.
   *
   * @throws IllegalArgumentException when they do not: each field, its value, and what was expected
   */
  public <T extends JsonNode> T fitting(T given) {
    String problems;
    try {
      problems =
          schema.validate(given).stream()
              .map(error -> describe(error, given))
              .distinct()
              .limit(MAX_PROBLEMS)
              .collect(Collectors.joining("; "));
    } catch (RuntimeException | StackOverflowError unreadable) {
      // Only a foreign schema gets here, by a reference to itself for example.
      LOG.warn(
          "the schema of tool '{}' cannot be applied; its call is not checked", tool, unreadable);
      return given;
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems);
    }
    return given;
  }

  private static String describe(Error error, JsonNode given) {
    String pointer = error.getInstanceLocation().toString();
    String field = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    String value = pointer.isEmpty() ? "" : " was " + shown(given.at(pointer)) + ",";
    return cut((field + value + " " + error.getMessage()).strip(), MAX_PROBLEM_SHOWN);
  }

  /** A value, or its beginning. */
  public static String shown(JsonNode value) {
    return cut(value.toString(), MAX_VALUE_SHOWN);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : beginning(text, most) + "...";
  }

  /** So many characters of a text or one less, so that no surrogate pair splits. */
  public static String beginning(String text, int most) {
    int end = Math.min(text.length(), most);
    return text.substring(
        0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
