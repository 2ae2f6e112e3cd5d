package dev.recap.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.relocated.com.networknt.schema.Error;
import dev.recap.relocated.com.networknt.schema.Schema;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a call's arguments with the tool's schema and says in words what does not fit. */
final class ArgumentCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ArgumentCheck.class);

  /** Of two members with one name, which one a reader takes is chance. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final int MAX_VALUE_SHOWN = 80;

  /** Whoever gets more than these wrong does not learn from more. */
  private static final int MAX_PROBLEMS = 10;

  private static final int MAX_PROBLEM_SHOWN = 2_000;

  private final String tool;
  private final Schema schema;

  private ArgumentCheck(String tool, Schema schema) {
    this.tool = tool;
    this.schema = schema;
  }

  /** By a schema that was made here. */
  static ArgumentCheck of(String tool, JsonNode schema) {
    return new ArgumentCheck(tool, new SchemaReader().read(schema));
  }

  /** By a schema that somebody else wrote; the parts that cannot be read are not checked. */
  static ArgumentCheck foreign(String tool, JsonNode schema) {
    return new ArgumentCheck(tool, new ForeignSchema(tool, schema).read());
  }

  /**
   * Reads a call's arguments, numbers in one spelling.
   *
   * @throws IllegalArgumentException when they are no object of plain values, in words for the
   *     model
   */
  JsonNode parse(String arguments) {
    JsonNode given;
    try {
      // Some providers send nothing at all for a tool without parameters.
      given = arguments.isBlank() ? JSON.createObjectNode() : JSON.readTree(arguments);
    } catch (JsonProcessingException e) {
      throw refusal("its arguments are not valid JSON (%s)".formatted(e.getOriginalMessage()));
    } catch (NumberFormatException e) {
      throw refusal("its arguments are not valid JSON (%s)".formatted(e.getMessage()));
    }
    if (!given.isObject()) {
      throw refusal("its arguments must be a JSON object, but were " + shown(given));
    }
    try {
      return CanonicalJson.plain(given);
    } catch (IllegalArgumentException odd) {
      throw refusal(String.valueOf(odd.getMessage()));
    }
  }

  private IllegalArgumentException refusal(String why) {
    return new IllegalArgumentException("%s was not called: %s".formatted(tool, why));
  }

  /** Empty when the arguments fit; otherwise each field, its value, and what was expected. */
  Optional<String> complaint(JsonNode given) {
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
      return Optional.empty();
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("%s was not called: %s".formatted(tool, problems));
  }

  /**
   * Judges arguments.
   *
   * @throws IllegalArgumentException when they do not fit, in words for the model
   */
  void require(JsonNode given) {
    complaint(given)
        .ifPresent(complaint -> {
          throw new IllegalArgumentException(complaint);
        });
  }

  private static String describe(Error error, JsonNode given) {
    String pointer = error.getInstanceLocation().toString();
    String field = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    String value = pointer.isEmpty() ? "" : " was " + shown(given.at(pointer)) + ",";
    return cut((field + value + " " + error.getMessage()).strip(), MAX_PROBLEM_SHOWN);
  }

  static String shown(JsonNode value) {
    return cut(value.toString(), MAX_VALUE_SHOWN);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, Words.endBefore(text, most)) + "...";
  }
}
