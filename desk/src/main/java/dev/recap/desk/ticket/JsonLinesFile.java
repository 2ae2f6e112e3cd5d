package dev.recap.desk.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Rows as JSON objects, one a line; blank lines are skipped. */
final class JsonLinesFile {
  private static final Set<String> NUMBERS_TOO = Set.of("id", "customer");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private JsonLinesFile() {}

  static void read(ImportLines lines, ImportRows rows) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        try {
          rows.add(new ImportRow(lines.number(), fields(line)));
        } catch (IllegalArgumentException bad) {
          rows.refuse(lines.number(), String.valueOf(bad.getMessage()));
        }
      }
    }
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object(line).properties()) {
      if (ImportRow.NAMES.contains(field.getKey()) && !field.getValue().isNull()) {
        fields.put(field.getKey(), text(field.getKey(), field.getValue()));
      }
    }
    return fields;
  }

  private static String text(String name, JsonNode value) {
    boolean numberToo = NUMBERS_TOO.contains(name);
    if (!value.isTextual() && !(numberToo && value.isIntegralNumber())) {
      throw new IllegalArgumentException(
          "%s was %s, but text%s was expected"
              .formatted(
                  name, ImportRow.shown(value.toString()), numberToo ? " or a whole number" : ""));
    }
    return value.asText();
  }

  /**
   * The object that a line is.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static JsonNode object(String line) {
    JsonNode row = parsed(line);
    if (!row.isObject()) {
      throw new IllegalArgumentException(
          "was '%s', but a JSON object was expected".formatted(ImportRow.shown(row.toString())));
    }
    return row;
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("broken JSON: " + e.getOriginalMessage(), e);
    }
  }
}
