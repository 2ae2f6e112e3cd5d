package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.CallReader;
import dev.recap.simulator.reader.JsonIn;
import dev.recap.simulator.reader.Subject;
import dev.recap.simulator.wire.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads calls with their results: what the tools say was done. */
final class StockExchange {
  private StockExchange() {}

  static List<StockStatement> read(Block.Call call, Block.Result result) {
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
  private static List<StockStatement> shown(Block.Result result) {
    List<StockStatement> shown = new ArrayList<>();
    for (JsonNode object : JsonIn.of(result.text()).objects()) {
      WarehouseRecord.warehouse(object)
          .ifPresent(n -> shown.addAll(WarehouseRecord.shown(object, n)));
    }
    return shown;
  }

  private static List<StockStatement> fetched(Block.Result result) {
    if (CallReader.failed(result)) {
      return StockWords.NONE_LEFT.matcher(result.text()).find()
          ? List.of(new StockStatement.NoneLeft(true))
          : List.of();
    }
    List<StockStatement> said = new ArrayList<>();
    JsonIn json = JsonIn.of(result.text());
    json.objects().forEach(object -> said.addAll(WarehouseRecord.read(object)));
    Matcher name = StockWords.WAREHOUSE.matcher(result.text());
    if (name.find()) {
      int warehouse = Integer.parseInt(name.group(1));
      said.add(new StockStatement.StepIs(warehouse, StockStatement.ALL, StockStep.FETCH, true));
    }
    return said;
  }

  private static List<StockStatement> stepped(
      int warehouse, StockStep step, Block.Call call, Block.Result result) {
    List<StockStatement> said = new ArrayList<>();
    List<StockStatement> words = StockText.read(result.text(), Subject.of(warehouse));
    if (CallReader.failed(result)) {
      words.stream()
          .filter(s -> step == StockStep.SIGN_OFF || s instanceof StockStatement.Closed)
          .forEach(said::add);
      if (step == StockStep.SIGN_OFF
          && said.stream().noneMatch(StockStatement.Closed.class::isInstance)) {
        said.add(
            new StockStatement.StepIs(warehouse, StockStatement.ALL, StockStep.SIGN_OFF, false));
      }
      return said;
    }
    String sku = WarehouseRecord.sku(call.input()).orElse(StockStatement.ALL);
    if (step == StockStep.COUNT || step == StockStep.SCAN) {
      said.addAll(WarehouseRecord.shown(call.input(), warehouse));
      JsonIn.of(result.text())
          .objects()
          .forEach(o -> said.addAll(WarehouseRecord.shown(o, warehouse)));
    }
    if (step == StockStep.SIGN_OFF || !sku.isEmpty()) {
      said.add(new StockStatement.StepIs(warehouse, sku, step, true));
    }
    words.stream().filter(StockStatement.Closed.class::isInstance).forEach(said::add);
    return said;
  }
}
