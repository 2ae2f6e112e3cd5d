package dev.recap.tool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.relocated.com.networknt.schema.Schema;
import dev.recap.relocated.com.networknt.schema.SchemaLocation;
import dev.recap.relocated.com.networknt.schema.SchemaRegistry;
import dev.recap.relocated.com.networknt.schema.SchemaRegistryConfig;
import dev.recap.relocated.com.networknt.schema.SpecificationVersion;
import dev.recap.relocated.com.networknt.schema.regex.RegularExpression;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Reads JSON Schemas of any dialect, 2020-12 where none is named. Each tool has a reader of its
 * own, so that the names one schema gives to its parts are not taken for those of another.
 */
final class SchemaReader {
  /** The dialects' own schemas, which the validator brings along. */
  private static final String DIALECTS = "https?://json-schema[.]org/.*";

  private static final int MOST_STEPS = 1_000_000;

  /** In English on every machine: the words go to the model, and a run must not depend on them. */
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .locale(Locale.ENGLISH)
          .regularExpressionFactory(SchemaReader::patient)
          .build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaRegistryConfig(CONFIG)
                  // A foreign schema must not make this process read or call anything.
                  .schemaLoader(loader ->
                      loader
                          .fetchRemoteResources(false)
                          .allow(iri -> iri.toString().matches(DIALECTS))));

  /** Ready to be applied; throws whatever the validator throws at what it cannot read. */
  Schema read(JsonNode schema) {
    Schema read = registry.getSchema(schema);
    read.initializeValidators();
    return read;
  }

  /** Whether the dialect's own schema allows it. */
  boolean isWellFormed(JsonNode schema) {
    String dialect =
        schema.path("$schema").asText(SpecificationVersion.DRAFT_2020_12.getDialectId());
    return registry.getSchema(SchemaLocation.of(dialect)).validate(schema).isEmpty();
  }

  /** A pattern that takes too long, or too deep, for a text is taken to fit it. */
  private static RegularExpression patient(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> {
      try {
        return compiled.matcher(new Counted(text, new AtomicInteger(MOST_STEPS))).find();
      } catch (CancellationException | StackOverflowError given) {
        return true;
      }
    };
  }

  /**
   * A text that a matcher may look at so many times and no more: some patterns never come to an
   * end.
   */
  private record Counted(String text, AtomicInteger left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (left.getAndDecrement() <= 0) {
        throw new CancellationException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
