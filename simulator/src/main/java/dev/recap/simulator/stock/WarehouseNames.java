package dev.recap.simulator.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The warehouses a stretch of text is about, one by one or from one to another. */
record WarehouseNames(List<Stretch> stretches) {
  /** From one number to another; the same number twice for one warehouse. */
  record Stretch(int first, int last) {}

  /** Where warehouses are named in a sentence. */
  record Place(WarehouseNames names, int start, int end) {}

  static final WarehouseNames NOBODY = new WarehouseNames(List.of());
  private static final int EXPANDED = 20;

  WarehouseNames {
    stretches = List.copyOf(stretches);
  }

  static WarehouseNames of(int number) {
    return new WarehouseNames(List.of(new Stretch(number, number)));
  }

  boolean nobody() {
    return stretches.isEmpty();
  }

  /** The numbers one by one, where a short stretch is spelled out and a long one left out. */
  List<Integer> each() {
    List<Integer> all = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.last() - stretch.first() < EXPANDED) {
        for (int n = stretch.first(); n <= stretch.last(); n++) {
          all.add(n);
        }
      }
    }
    return all;
  }

  /** The names in a sentence, in order; neighbours in a list are one place. */
  static List<Place> in(String sentence) {
    List<Place> places = new ArrayList<>();
    Matcher name = StockWords.WAREHOUSE.matcher(sentence);
    int from = 0;
    while (name.find(from)) {
      int start = name.start();
      List<Stretch> stretches = new ArrayList<>();
      int end;
      while (true) {
        int number = Integer.parseInt(name.group(1));
        end = name.end();
        int last = number;
        Matcher to = StockWords.TO.matcher(sentence);
        if (to.find(end) && Integer.parseInt(to.group(1)) > number) {
          last = Integer.parseInt(to.group(1));
          end = to.end();
        }
        stretches.add(new Stretch(number, last));
        Matcher and = StockWords.AND.matcher(sentence);
        if (!and.find(end) || !name.find(and.end())) {
          break;
        }
      }
      places.add(new Place(new WarehouseNames(stretches), start, end));
      from = end;
    }
    return places;
  }
}
