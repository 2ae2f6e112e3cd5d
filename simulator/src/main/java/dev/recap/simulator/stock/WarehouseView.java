package dev.recap.simulator.stock;

import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the messages say of one warehouse. */
final class WarehouseView extends ItemView {
  /** A step of a warehouse or of a SKU in it. */
  record Todo(StockStep step, String sku) {}

  WarehouseView(int number) {
    super(number, StockStep.SIGN_OFF.tool());
  }

  String id() {
    return StockWords.WAREHOUSES.prefix() + number();
  }

  String remark() {
    return fact(Statement.ALL, StockWords.REMARK).orElse("");
  }

  List<String> skus() {
    return partNames();
  }

  @Override
  public boolean inProgress() {
    return !closed() && (open() || anyDone() || !skus().isEmpty() || !remark().isEmpty());
  }

  OptionalInt figure(String sku, Figure figure) {
    return fact(sku, figure.key())
        .map(Integer::parseInt)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Whether its record is in view: it has SKUs, and what is expected of each is known. */
  boolean shelvesKnown() {
    return !skus().isEmpty()
        && skus().stream()
            .allMatch(sku ->
                figure(sku, Figure.EXPECTED).isPresent()
                    && figure(sku, Figure.MINIMUM).isPresent());
  }

  /** Whether a step is known to be done; of a SKU, or with {@link Statement#ALL} of all. */
  boolean done(StockStep step, String sku) {
    return closed() || said(sku, step.tool()).orElse(false);
  }

  /** Whether a SKU is known to be counted and to lie below its minimum. */
  boolean isShort(String sku) {
    OptionalInt counted = figure(sku, Figure.COUNTED);
    OptionalInt minimum = figure(sku, Figure.MINIMUM);
    return counted.isPresent() && minimum.isPresent() && counted.getAsInt() < minimum.getAsInt();
  }

  /** The steps not known to be done, in order, without the scanning that counts may need. */
  List<Todo> undone() {
    List<Todo> undone = new ArrayList<>();
    for (StockStep step : List.of(StockStep.DELIVERY, StockStep.COUNT, StockStep.ORDER)) {
      skus().stream()
          .filter(sku -> !done(step, sku))
          .filter(sku -> step != StockStep.ORDER || mayBeShort(sku))
          .forEach(sku -> undone.add(new Todo(step, sku)));
    }
    undone.add(new Todo(StockStep.SIGN_OFF, Statement.ALL));
    return undone;
  }

  private boolean mayBeShort(String sku) {
    return figure(sku, Figure.COUNTED).isEmpty() || isShort(sku);
  }

  /** The steps known to be done, in order. */
  List<Todo> doneSteps() {
    List<Todo> done = new ArrayList<>(List.of(new Todo(StockStep.FETCH, Statement.ALL)));
    for (StockStep step : List.of(StockStep.DELIVERY, StockStep.COUNT, StockStep.ORDER)) {
      skus().stream()
          .filter(sku -> done(step, sku))
          .filter(sku -> step != StockStep.ORDER || !closed() || isShort(sku))
          .forEach(sku -> done.add(new Todo(step, sku)));
    }
    if (closed()) {
      done.add(new Todo(StockStep.SIGN_OFF, Statement.ALL));
    }
    return done;
  }

  /** The same with the undone steps claimed, or, where only signing off is left, claimed closed. */
  WarehouseView claimed() {
    WarehouseView claimed = new WarehouseView(number());
    claimed.like(this);
    if (undone().size() == 1) {
      claimed.close();
    }
    undone().stream()
        .filter(todo -> todo.step() != StockStep.SIGN_OFF)
        .forEach(todo -> claimed.set(todo.sku(), todo.step().tool(), true));
    return claimed;
  }
}
