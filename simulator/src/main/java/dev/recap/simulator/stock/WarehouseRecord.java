package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads a warehouse's record in JSON: null means that a step is not done. */
final class WarehouseRecord {
  private WarehouseRecord() {}

  /** The warehouse an object is of, if it names one. */
  static Optional<Integer> warehouse(JsonNode object) {
    for (String field : List.of("id", "warehouse_id", "warehouse")) {
      Matcher name = StockWords.WAREHOUSE.matcher(object.path(field).asText());
      if (name.matches()) {
        return Optional.of(Integer.parseInt(name.group(1)));
      }
    }
    return Optional.empty();
  }

  /** What an object says as a whole record, nothing if it is not about a warehouse. */
  static List<StockStatement> read(JsonNode object) {
    Optional<Integer> number = warehouse(object);
    List<StockStatement> said = new ArrayList<>();
    if (number.isEmpty()) {
      return said;
    }
    int warehouse = number.get();
    switch (object.path("status").asText().toLowerCase(Locale.ROOT)) {
      case "signed_off", "closed", "complete", "completed" ->
          said.add(new StockStatement.Closed(new Subject.Stretch(warehouse, warehouse)));
      case "open", "in_progress", "held" -> said.add(new StockStatement.Open(warehouse));
      default -> {}
    }
    said.addAll(shown(object, warehouse));
    for (JsonNode shelf : object.path("shelves")) {
      sku(shelf)
          .ifPresent(sku -> {
            step(said, warehouse, sku, StockStep.COUNT, shelf.path("counted"));
            step(said, warehouse, sku, StockStep.ORDER, shelf.path("ordered"));
          });
    }
    return said;
  }

  /** Figures and remarks, without any step. */
  static List<StockStatement> shown(JsonNode object, int warehouse) {
    List<StockStatement> said = new ArrayList<>();
    for (JsonNode shelf : object.path("shelves")) {
      sku(shelf).ifPresent(sku -> figures(said, warehouse, sku, shelf));
    }
    sku(object).ifPresent(sku -> figures(said, warehouse, sku, object));
    if (!object.path("remark").asText().isBlank()) {
      said.add(new StockStatement.Remark(warehouse, object.path("remark").asText()));
    }
    return said;
  }

  /** The SKU an object names; anything else would be a stranger's text in a place of meaning. */
  static Optional<String> sku(JsonNode object) {
    String sku = object.path("sku").asText();
    return StockWords.SKU.matcher(sku).matches()
        ? Optional.of(sku.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static void figures(List<StockStatement> said, int warehouse, String sku, JsonNode of) {
    figure(said, warehouse, sku, Figure.EXPECTED, of.path("expected"));
    figure(said, warehouse, sku, Figure.MINIMUM, of.path("minimum"));
    figure(said, warehouse, sku, Figure.COUNTED, of.path("counted"));
    figure(said, warehouse, sku, Figure.COUNTED, of.path("count"));
  }

  private static void figure(
      List<StockStatement> said, int warehouse, String sku, Figure figure, JsonNode value) {
    if (value.canConvertToInt() && value.asInt() >= 0) {
      said.add(new StockStatement.FigureIs(warehouse, sku, figure, value.asInt()));
    }
  }

  private static void step(
      List<StockStatement> said, int warehouse, String sku, StockStep step, JsonNode value) {
    if (!value.isMissingNode()) {
      said.add(new StockStatement.StepIs(warehouse, sku, step, !value.isNull()));
    }
  }
}
