package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.JsonIn;
import dev.recap.simulator.wire.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calls with their results: what the tools say was done. */
final class StockExchange {
  private static final Pattern REFUSED =
      StockWords.words(
          "^\\s*(?:error\\b|\\{\\s*\"error\"|[^.\\n]{0,40}\\bcannot be signed off\\b)");

  private StockExchange() {}

  /** Whether a result tells of a failure, by its flag or by its words. */
  static boolean failed(Block.Result result) {
    return result.error() || REFUSED.matcher(result.text()).find();
  }

  static List<Statement> read(Block.Call call, Block.Result result) {
    Optional<StockStep> step = StockStep.ofTool(call.name());
    if (step.isEmpty()) {
      return shown(result);
    }
    if (step.get() == StockStep.FETCH) {
      return fetched(result);
    }
    Optional<Integer> warehouse = WarehouseRecord.warehouse(call.input());
    return warehouse.map(n -> stepped(n, step.get(), call, result)).orElse(List.of());
  }

  /** A foreign tool, such as a recall of something old, may show figures but says nothing new. */
  private static List<Statement> shown(Block.Result result) {
    List<Statement> shown = new ArrayList<>();
    for (JsonNode object : JsonIn.of(result.text()).objects()) {
      WarehouseRecord.warehouse(object)
          .ifPresent(n -> shown.addAll(WarehouseRecord.shown(object, n)));
    }
    return shown;
  }

  private static List<Statement> fetched(Block.Result result) {
    if (failed(result)) {
      return StockWords.NONE_LEFT.matcher(result.text()).find()
          ? List.of(new Statement.NoneLeft(true))
          : List.of();
    }
    List<Statement> said = new ArrayList<>();
    JsonIn json = JsonIn.of(result.text());
    json.objects().forEach(object -> said.addAll(WarehouseRecord.read(object)));
    Matcher name = StockWords.WAREHOUSE.matcher(result.text());
    if (name.find()) {
      int warehouse = Integer.parseInt(name.group(1));
      said.add(new Statement.StepIs(warehouse, Statement.ALL, StockStep.FETCH, true));
    }
    return said;
  }

  private static List<Statement> stepped(
      int warehouse, StockStep step, Block.Call call, Block.Result result) {
    List<Statement> said = new ArrayList<>();
    List<Statement> words = StockText.read(result.text(), WarehouseNames.of(warehouse));
    if (failed(result)) {
      words.stream()
          .filter(s -> step == StockStep.SIGN_OFF || s instanceof Statement.Closed)
          .forEach(said::add);
      if (step == StockStep.SIGN_OFF
          && said.stream().noneMatch(Statement.Closed.class::isInstance)) {
        said.add(new Statement.StepIs(warehouse, Statement.ALL, StockStep.SIGN_OFF, false));
      }
      return said;
    }
    String sku = WarehouseRecord.sku(call.input()).orElse(Statement.ALL);
    if (step == StockStep.COUNT || step == StockStep.SCAN) {
      said.addAll(WarehouseRecord.shown(call.input(), warehouse));
      JsonIn.of(result.text())
          .objects()
          .forEach(o -> said.addAll(WarehouseRecord.shown(o, warehouse)));
    }
    if (step == StockStep.SIGN_OFF || !sku.isEmpty()) {
      said.add(new Statement.StepIs(warehouse, sku, step, true));
    }
    words.stream().filter(Statement.Closed.class::isInstance).forEach(said::add);
    return said;
  }
}
