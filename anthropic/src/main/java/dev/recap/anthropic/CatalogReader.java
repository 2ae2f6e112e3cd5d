package dev.recap.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a price table and names the field of whatever is wrong with it.
 *
 * @param file stands in front of every message
 */
record CatalogReader(String file) {
  /** No model has cost a hundredth of this; a figure above it was meant for another unit. */
  private static final double DEAREST = 10_000;

  ModelCatalog read(String json) {
    ObjectNode table;
    try {
      table = JsonText.object("the table", json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    onlyKnown("", table, Set.of("date", "source", "models"));
    JsonNode rows = table.path("models");
    if (!rows.isArray()) {
      throw wrong("models", "an array of models", rows);
    }
    Map<String, ModelProfile> models = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String at = "models[" + i + "]";
      ModelProfile model = model(at, rows.get(i));
      if (models.put(model.name(), model) != null) {
        throw wrong(at + ".name", "a name that no model before has", rows.get(i).path("name"));
      }
    }
    return new ModelCatalog(date(table), text("source", table.path("source")), models);
  }

  private ModelProfile model(String at, JsonNode row) {
    if (!row.isObject()) {
      throw wrong(at, "a JSON object", row);
    }
    onlyKnown(at + ".", row, Set.of("name", "windowTokens", "cacheableMinimumTokens", "prices"));
    return new ModelProfile(
        text(at + ".name", row.path("name")),
        tokens(at + ".windowTokens", row.path("windowTokens"), 1),
        tokens(at + ".cacheableMinimumTokens", row.path("cacheableMinimumTokens"), 0),
        prices(at + ".prices", row.path("prices")));
  }

  private @Nullable Prices prices(String at, JsonNode prices) {
    if (prices.isMissingNode() || prices.isNull()) {
      return null;
    }
    if (!prices.isObject()) {
      throw wrong(at, "a JSON object", prices);
    }
    onlyKnown(at + ".", prices, Set.of("input", "cacheRead", "cacheWrite", "output"));
    return new Prices(
        dollars(at + ".input", prices.path("input"), false),
        dollars(at + ".cacheRead", prices.path("cacheRead"), true),
        dollars(at + ".cacheWrite", prices.path("cacheWrite"), true),
        dollars(at + ".output", prices.path("output"), false));
  }

  private double dollars(String at, JsonNode value, boolean mayBeFree) {
    double dollars = value.doubleValue();
    if (!value.isNumber() || !(mayBeFree ? dollars >= 0 : dollars > 0) || dollars > DEAREST) {
      throw wrong(
          at,
          "dollars per million tokens, %s and at most 10000"
              .formatted(mayBeFree ? "0 or more" : "more than 0"),
          value);
    }
    return dollars;
  }

  private int tokens(String at, JsonNode value, int least) {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
      throw wrong(at, "a whole number of tokens, %d or more".formatted(least), value);
    }
    return value.intValue();
  }

  private String date(ObjectNode table) {
    String date = text("date", table.path("date"));
    if (!date.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw wrong("date", "a day like 2026-04-27", table.path("date"));
    }
    return date;
  }

  private String text(String at, JsonNode value) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(at, "a string that is not blank", value);
    }
    return value.textValue();
  }

  /** A misspelt field would otherwise leave a figure out without a word. */
  private void onlyKnown(String at, JsonNode object, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(field -> {
          if (!known.contains(field)) {
            throw new IllegalArgumentException(
                "%s: %s%s is no field of the table; known are %s"
                    .formatted(file, at, field, known.stream().sorted().toList()));
          }
        });
  }

  private IllegalArgumentException wrong(String at, String expected, JsonNode value) {
    return new IllegalArgumentException(
        "%s: %s must be %s, but was %s"
            .formatted(
                file,
                at,
                expected,
                value.isMissingNode() ? "missing" : JsonText.excerpt(value.toString())));
  }
}
