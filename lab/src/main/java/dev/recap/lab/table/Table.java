package dev.recap.lab.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as lines of text: a header of their component names, then a line each, in columns. Public
 * records only. What is null or empty reads {@code -}; control characters become question marks.
 */
public final class Table {
  private static final String GAP = "  ";

  private Table() {}

  /** Empty when there are no rows. */
  public static List<String> of(List<? extends Record> rows) {
    return rows.isEmpty() ? List.of() : layout(cells(rows));
  }

  /** The same with a first column that names each row. */
  public static List<String> named(String header, Map<String, ? extends Record> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<List<String>> cells = new ArrayList<>(cells(List.copyOf(rows.values())));
    List<String> names = new ArrayList<>(List.of(header));
    names.addAll(rows.keySet());
    for (int i = 0; i < cells.size(); i++) {
      List<String> line = new ArrayList<>(List.of(shown(names.get(i))));
      line.addAll(cells.get(i));
      cells.set(i, line);
    }
    return layout(cells);
  }

  private static List<List<String>> cells(List<? extends Record> rows) {
    RecordComponent[] columns = rows.getFirst().getClass().getRecordComponents();
    List<List<String>> cells = new ArrayList<>();
    cells.add(Arrays.stream(columns).map(RecordComponent::getName).toList());
    for (Record row : rows) {
      cells.add(Arrays.stream(columns).map(column -> shown(value(column, row))).toList());
    }
    return cells;
  }

  private static @Nullable Object value(RecordComponent column, Record row) {
    try {
      return column.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("a row's record must be public: " + row, e);
    }
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Optional<?> optional -> shown(optional.orElse(null));
      case Double number -> decimal(number);
      case Long number -> String.format(Locale.ROOT, "%,d", number);
      case Integer number -> String.format(Locale.ROOT, "%,d", number);
      default -> {
        String text = value.toString().replaceAll("\\p{Cntrl}", "?");
        yield text.isEmpty() ? "-" : text;
      }
    };
  }

  private static String decimal(double number) {
    boolean small = Math.abs(number) < 10;
    return Double.isFinite(number)
        ? String.format(Locale.ROOT, small ? "%.4f" : "%,.1f", number)
        : "-";
  }

  /** Text to the left, numbers to the right. */
  private static List<String> layout(List<List<String>> cells) {
    int columns = cells.getFirst().size();
    int[] width = new int[columns];
    boolean[] numeric = new boolean[columns];
    Arrays.fill(numeric, true);
    for (int row = 0; row < cells.size(); row++) {
      for (int i = 0; i < columns; i++) {
        String cell = cells.get(row).get(i);
        width[i] = Math.max(width[i], cell.length());
        numeric[i] &= row == 0 || cell.matches("-|-?[0-9][0-9,.]*");
      }
    }
    return cells.stream().map(line -> line(line, width, numeric)).toList();
  }

  private static String line(List<String> cells, int[] width, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width.length; i++) {
      String padding = " ".repeat(width[i] - cells.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
