package dev.recap.desk.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.desk.ticket.ImportException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows as JSON objects, one a line; blank lines are skipped. */
final class JsonLinesFile {
  /** The only names that are looked at: whatever else a file holds may have any shape. */
  private static final Set<String> TEXTS =
      Set.of("description", "body", "subject", "id", "customer_name", "customer_email", "customer");

  private static final Set<String> NUMBERS_TOO = Set.of("id", "customer");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private JsonLinesFile() {}

  static List<ImportRow> rows(List<String> lines, List<Problem> problems) {
    List<ImportRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          rows.add(new ImportRow(i + 1, fields(lines.get(i))));
        } catch (IllegalArgumentException bad) {
          problems.add(new Problem(i + 1, String.valueOf(bad.getMessage())));
        }
      }
    }
    return rows;
  }

  private static Map<String, String> fields(String line) {
    JsonNode row = read(line);
    if (!row.isObject()) {
      throw new IllegalArgumentException(
          "was '%s', but a JSON object was expected".formatted(ImportRow.shown(row.toString())));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      if (TEXTS.contains(field.getKey()) && !field.getValue().isNull()) {
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

  private static JsonNode read(String line) {
    try {
      return JSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("broken JSON: " + e.getOriginalMessage(), e);
    }
  }
}
