package dev.recap.simulator.stock;

import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step.Todo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the messages say of one warehouse, whose parts are its SKUs. */
final class WarehouseView extends ItemView<StockStep> {

  WarehouseView(int number) {
    super(StockWords.WAREHOUSES, number, StockStep.FETCH, StockStep.SIGN_OFF);
  }

  String remark() {
    return fact(Statement.ALL, StockWords.REMARK).orElse("");
  }

  List<String> skus() {
    return partNames();
  }

  @Override
  protected boolean handedOut() {
    return !skus().isEmpty() || !remark().isEmpty();
  }

  OptionalInt figure(String sku, String figure) {
    return fact(sku, figure)
        .map(Integer::parseInt)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Whether its record is in view: it has SKUs, and what is expected of each is known. */
  private boolean shelvesKnown() {
    return !skus().isEmpty()
        && skus().stream()
            .allMatch(sku ->
                figure(sku, StockWords.EXPECTED).isPresent()
                    && figure(sku, StockWords.MINIMUM).isPresent());
  }

  /** Whether a SKU is known to be counted and to lie below its minimum. */
  private boolean isShort(String sku) {
    OptionalInt counted = figure(sku, StockWords.COUNTED);
    OptionalInt minimum = figure(sku, StockWords.MINIMUM);
    return counted.isPresent() && minimum.isPresent() && counted.getAsInt() < minimum.getAsInt();
  }

  /** Without the scanning that counts may need. */
  @Override
  protected List<Todo<StockStep>> steps() {
    List<Todo<StockStep>> steps = new ArrayList<>();
    steps.add(new Todo<>(StockStep.FETCH, Statement.ALL));
    for (StockStep step : List.of(StockStep.DELIVERY, StockStep.COUNT, StockStep.ORDER)) {
      skus().stream()
          .filter(sku -> step != StockStep.ORDER || mayBeOrdered(sku))
          .forEach(sku -> steps.add(new Todo<>(step, sku)));
    }
    steps.add(new Todo<>(StockStep.SIGN_OFF, Statement.ALL));
    return steps;
  }

  private boolean mayBeOrdered(String sku) {
    return isShort(sku)
        || (!closed()
            && (figure(sku, StockWords.COUNTED).isEmpty()
                || said(sku, StockStep.ORDER).orElse(false)));
  }

  @Override
  public boolean lacksFacts(Todo<StockStep> todo) {
    return !shelvesKnown() && (!closed() || todo.step() == StockStep.ORDER);
  }

  /** Counts and orders need the number that the scanner gives. */
  @Override
  public Todo<StockStep> means(Todo<StockStep> todo) {
    boolean needs = todo.step() == StockStep.COUNT || todo.step() == StockStep.ORDER;
    return needs && figure(todo.part(), StockWords.COUNTED).isEmpty()
        ? new Todo<>(StockStep.SCAN, todo.part())
        : todo;
  }
}
