package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.relocated.com.networknt.schema.Error;
import dev.recap.relocated.com.networknt.schema.Schema;
import dev.recap.relocated.com.networknt.schema.SchemaRegistry;
import dev.recap.relocated.com.networknt.schema.SchemaRegistryConfig;
import dev.recap.relocated.com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a call's arguments with the tool's schema and says in words what does not fit. */
final class ArgumentCheck {
  /** The dialects' own schemas, which the validator brings along. */
  private static final String DIALECTS = "https://json-schema.org/";

  /** In English on every machine: the words go to the model, and a run must not depend on them. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build())
                  // A foreign schema must not make this process read or call anything.
                  .schemaLoader(loader ->
                      loader
                          .fetchRemoteResources(false)
                          .allow(iri -> iri.toString().startsWith(DIALECTS))));

  private static final int MAX_VALUE_SHOWN = 80;

  private final String tool;
  private final Schema schema;

  ArgumentCheck(String tool, JsonNode schema) {
    this.tool = tool;
    this.schema = read(tool, schema);
  }

  private static Schema read(String tool, JsonNode schema) {
    try {
      Schema read = REGISTRY.getSchema(schema);
      read.initializeValidators();
      return read;
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException(
          "the schema of tool '%s' cannot be read: %s".formatted(tool, unreadable.getMessage()),
          unreadable);
    }
  }

  /** Empty when the arguments fit; otherwise each field, its value, and what was expected. */
  Optional<String> complaint(JsonNode given) {
    if (!given.isObject()) {
      return Optional.of(
          "%s was not called: its arguments must be a JSON object, but were %s"
              .formatted(tool, shown(given)));
    }
    String problems =
        schema.validate(given).stream()
            .map(error -> describe(error, given))
            .distinct()
            .collect(Collectors.joining("; "));
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("%s was not called: %s".formatted(tool, problems));
  }

  private static String describe(Error error, JsonNode given) {
    String pointer = error.getInstanceLocation().toString();
    String field = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    String value = pointer.isEmpty() ? "" : " was " + shown(given.at(pointer)) + ",";
    return (field + value + " " + error.getMessage()).strip();
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= MAX_VALUE_SHOWN
        ? text
        : text.substring(0, Words.endBefore(text, MAX_VALUE_SHOWN)) + "...";
  }
}
