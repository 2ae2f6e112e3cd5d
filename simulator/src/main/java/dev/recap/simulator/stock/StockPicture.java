package dev.recap.simulator.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a request says of warehouses, taken together: later statements override earlier ones. */
final class StockPicture {
  private final TreeMap<Integer, WarehouseView> warehouses = new TreeMap<>();
  private final List<Statement.Closed> ranges = new ArrayList<>();
  private boolean noneLeft;

  StockPicture(List<Statement> statements) {
    statements.forEach(this::apply);
  }

  /** The warehouses spoken of one by one, lowest number first. */
  List<WarehouseView> warehouses() {
    return warehouses.values().stream().filter(WarehouseView::known).toList();
  }

  List<WarehouseView> inProgress() {
    return warehouses().stream().filter(WarehouseView::inProgress).toList();
  }

  /** The stretches of warehouses said to be signed off as a whole. */
  List<Statement.Closed> closedRanges() {
    return List.copyOf(ranges);
  }

  boolean noneLeft() {
    return noneLeft;
  }

  boolean anything() {
    return !ranges.isEmpty() || !warehouses().isEmpty();
  }

  private void apply(Statement statement) {
    switch (statement) {
      case Statement.StepIs said -> {
        at(said.warehouse()).set(said.step(), said.sku(), said.done());
        noneLeft &= said.step() != StockStep.FETCH;
      }
      case Statement.Closed said -> close(said);
      case Statement.Open said -> at(said.warehouse()).open();
      case Statement.FigureIs said ->
          at(said.warehouse()).figure(said.sku(), said.figure(), said.value());
      case Statement.Remark said -> at(said.warehouse()).remark(said.words());
      case Statement.NoneLeft said -> noneLeft = said.none();
    }
  }

  private void close(Statement.Closed said) {
    if (said.first() == said.last()) {
      at(said.first()).close();
    } else {
      ranges.add(said);
      warehouses
          .subMap(said.first(), true, said.last(), true)
          .values()
          .forEach(WarehouseView::close);
    }
  }

  private WarehouseView at(int number) {
    return warehouses.computeIfAbsent(
        number,
        n -> {
          WarehouseView fresh = new WarehouseView(n);
          if (ranges.stream().anyMatch(r -> r.first() <= n && n <= r.last())) {
            fresh.close();
          }
          return fresh;
        });
  }
}
