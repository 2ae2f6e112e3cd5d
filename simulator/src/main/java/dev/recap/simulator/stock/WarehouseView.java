package dev.recap.simulator.stock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the messages say of one warehouse. */
final class WarehouseView {
  private final int number;
  private final Map<StockStep, Boolean> ofAll = new EnumMap<>(StockStep.class);
  private final TreeMap<String, Sku> skus = new TreeMap<>();
  private String remark = "";
  private boolean open;
  private boolean closed;

  /** What is said of one SKU in it. */
  private record Sku(Map<StockStep, Boolean> steps, Map<Figure, Integer> figures) {
    Sku() {
      this(new EnumMap<>(StockStep.class), new EnumMap<>(Figure.class));
    }

    Sku copy() {
      Sku copy = new Sku();
      copy.steps.putAll(steps);
      copy.figures.putAll(figures);
      return copy;
    }
  }

  /** A step of a warehouse or of a SKU in it. */
  record Todo(StockStep step, String sku) {}

  WarehouseView(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  String id() {
    return "WH-" + number;
  }

  String remark() {
    return remark;
  }

  List<String> skus() {
    return List.copyOf(skus.keySet());
  }

  boolean closed() {
    return closed;
  }

  boolean inProgress() {
    return !closed && known();
  }

  boolean known() {
    return open || closed || !ofAll.isEmpty() || !skus.isEmpty() || !remark.isEmpty();
  }

  OptionalInt figure(String sku, Figure figure) {
    Integer value = skus.containsKey(sku) ? skus.get(sku).figures.get(figure) : null;
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Whether its record is in view: it has SKUs, and what is expected of each is known. */
  boolean shelvesKnown() {
    return !skus.isEmpty()
        && skus.values().stream()
            .allMatch(s ->
                s.figures.containsKey(Figure.EXPECTED) && s.figures.containsKey(Figure.MINIMUM));
  }

  /** Whether a step is known to be done; of a SKU, or with {@link StockStatement#ALL} of all. */
  boolean done(StockStep step, String sku) {
    if (closed) {
      return true;
    }
    boolean all = ofAll.getOrDefault(step, false);
    return skus.containsKey(sku) ? skus.get(sku).steps.getOrDefault(step, all) : all;
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
      skus.keySet().stream()
          .filter(sku -> !done(step, sku))
          .filter(sku -> step != StockStep.ORDER || mayBeShort(sku))
          .forEach(sku -> undone.add(new Todo(step, sku)));
    }
    undone.add(new Todo(StockStep.SIGN_OFF, StockStatement.ALL));
    return undone;
  }

  private boolean mayBeShort(String sku) {
    return figure(sku, Figure.COUNTED).isEmpty() || isShort(sku);
  }

  /** The steps known to be done, in order. */
  List<Todo> doneSteps() {
    List<Todo> done = new ArrayList<>(List.of(new Todo(StockStep.FETCH, StockStatement.ALL)));
    for (StockStep step : List.of(StockStep.DELIVERY, StockStep.COUNT, StockStep.ORDER)) {
      skus.keySet().stream()
          .filter(sku -> done(step, sku))
          .filter(sku -> step != StockStep.ORDER || !closed || isShort(sku))
          .forEach(sku -> done.add(new Todo(step, sku)));
    }
    if (closed) {
      done.add(new Todo(StockStep.SIGN_OFF, StockStatement.ALL));
    }
    return done;
  }

  void set(StockStep step, String sku, boolean done) {
    if (step == StockStep.SIGN_OFF) {
      closed = done;
    } else if (sku.isEmpty() || !step.ofSku()) {
      ofAll.put(step, done);
      skus.values().forEach(one -> one.steps.remove(step));
    } else {
      at(sku).steps.put(step, done);
    }
  }

  void close() {
    closed = true;
  }

  void open() {
    open = true;
    closed = false;
  }

  void figure(String sku, Figure figure, int value) {
    at(sku).figures.put(figure, value);
  }

  void remark(String words) {
    remark = words;
  }

  private Sku at(String sku) {
    return skus.computeIfAbsent(sku, s -> new Sku());
  }

  /** The same with the undone steps claimed, or, where only signing off is left, claimed closed. */
  WarehouseView claimed() {
    WarehouseView claimed = new WarehouseView(number);
    claimed.ofAll.putAll(ofAll);
    skus.forEach((sku, one) -> claimed.skus.put(sku, one.copy()));
    claimed.remark = remark;
    claimed.open = open;
    if (undone().size() == 1) {
      claimed.close();
    }
    undone().stream()
        .filter(todo -> todo.step() != StockStep.SIGN_OFF)
        .forEach(todo -> claimed.set(todo.step(), todo.sku(), true));
    return claimed;
  }
}
