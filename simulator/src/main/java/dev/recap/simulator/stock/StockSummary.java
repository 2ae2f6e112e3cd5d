package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Step.Todo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The summary of a stock count, and the account that ends one. */
final class StockSummary {
  private static final int LONGEST = 400;
  private static final int LISTED = 20;

  private StockSummary() {}

  static String of(List<WarehouseView> warehouses, Picture<WarehouseView> picture) {
    StringBuilder text =
        new StringBuilder(
            "Hand-over notes. Goal: a stock count over the warehouses, one at a time, in these"
                + " steps: get_next_warehouse, last_delivery, read_scanner and record_count of its"
                + " SKUs, order_replenishment of those below their minimum, sign_off. Go on until"
                + " get_next_warehouse reports that none is left, then give a closing account.\n\n");
    closedRanges(picture).forEach(line -> text.append(line).append('\n'));
    warehouses.forEach(one -> text.append(state(one)).append(more(one)).append("\n\n"));
    return text.append(picture.noneLeft() ? "No warehouse is left." : "The work goes on.")
        .toString();
  }

  private static List<String> closedRanges(Picture<WarehouseView> picture) {
    return picture.closedRanges().stream()
        .map(r -> "WH-%d to WH-%d are signed off.".formatted(r.first(), r.last()))
        .toList();
  }

  /** What is done of a warehouse and what is not. */
  static String state(WarehouseView one) {
    if (one.closed()) {
      return one.id() + " is signed off.";
    }
    return "%s is open. Done so far: %s. Still to do: %s."
        .formatted(one.id(), steps(one, one.doneSteps()), steps(one, one.undone()));
  }

  private static String steps(WarehouseView warehouse, List<Todo<StockStep>> steps) {
    return steps.stream()
        .map(todo -> {
          String of = todo.part().isEmpty() ? "" : " " + todo.part();
          OptionalInt count = warehouse.figure(todo.part(), StockWords.COUNTED);
          boolean said = todo.step() == StockStep.COUNT && count.isPresent();
          return todo.step().tool() + of + (said ? " (count " + count.getAsInt() + ")" : "");
        })
        .collect(Collectors.joining(", "));
  }

  /** The figures and, in quotation marks, the remark of the manager. */
  private static String more(WarehouseView one) {
    StringBuilder text = new StringBuilder();
    List<String> figures =
        one.skus().stream().map(sku -> figures(one, sku)).filter(said -> !said.isEmpty()).toList();
    if (!figures.isEmpty()) {
      text.append("\nOn its shelves: ").append(String.join("; ", figures)).append('.');
    }
    if (!one.remark().isEmpty()) {
      text.append("\nRemark of its manager: \"").append(plain(one.remark())).append("\".");
    }
    return text.toString();
  }

  private static String figures(WarehouseView one, String sku) {
    List<String> said = new ArrayList<>();
    one.figure(sku, StockWords.EXPECTED).ifPresent(n -> said.add("expected " + n));
    one.figure(sku, StockWords.MINIMUM).ifPresent(n -> said.add("minimum " + n));
    one.figure(sku, StockWords.COUNTED).ifPresent(n -> said.add("count " + n));
    return said.isEmpty() ? "" : sku + " " + String.join(", ", said);
  }

  /** The account that ends the work, of every warehouse that can still be seen. */
  static String account(Picture<WarehouseView> picture) {
    List<WarehouseView> closed = picture.items().stream().filter(WarehouseView::closed).toList();
    StringBuilder text = new StringBuilder("No warehouse is left. Here is the account.\n\n");
    closedRanges(picture).forEach(line -> text.append(line).append('\n'));
    closed.stream()
        .limit(LISTED)
        .forEach(one -> text.append(state(one)).append(inShort(one)).append('\n'));
    if (closed.size() > LISTED) {
      text.append("And %d more are signed off.\n".formatted(closed.size() - LISTED));
    }
    return text.append("Listed here one by one: ").append(closed.size()).append('.').toString();
  }

  private static String inShort(WarehouseView one) {
    List<String> counts =
        one.skus().stream()
            .filter(sku -> one.figure(sku, StockWords.COUNTED).isPresent())
            .map(sku -> sku + " " + one.figure(sku, StockWords.COUNTED).getAsInt())
            .toList();
    return counts.isEmpty() ? "" : " Counts: " + String.join(", ", counts) + ".";
  }

  private static String plain(String text) {
    String bare = text.replaceAll("[\"“”]", "").replaceAll("\\s+", " ").strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST).strip() : bare;
  }
}
