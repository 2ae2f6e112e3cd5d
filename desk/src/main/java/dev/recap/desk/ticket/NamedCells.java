package dev.recap.desk.ticket;

import dev.recap.desk.ticket.FileRows.FileRow;
import dev.recap.desk.ticket.ImportException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows under whatever header: a column without a name is called by its place, and of two with
 * one name the second is called so.
 */
final class NamedCells implements CsvFile.Taker {
  private static final int LONGEST_NAME = 200;

  private final ImportLines lines;
  private final Predicate<FileRow> wanted;
  private boolean skipsFirst;
  private List<String> columns = List.of();
  private boolean ours;
  private @Nullable Problem broken;

  /**
   * Whoever takes these rows.
   *
   * @param skipsFirst whether the first row is not the header yet
   */
  NamedCells(ImportLines lines, boolean skipsFirst, Predicate<FileRow> wanted) {
    this.lines = lines;
    this.skipsFirst = skipsFirst;
    this.wanted = wanted;
  }

  /** The names of the columns, without those that {@link BadRows} put before them. */
  List<String> columns() {
    return columns.stream().filter(name -> !ours || !BadRows.COLUMNS.contains(name)).toList();
  }

  @Nullable Problem broken() {
    return broken;
  }

  @Override
  public boolean take(int line, List<String> cells) {
    if (skipsFirst) {
      skipsFirst = false;
      return true;
    }
    if (columns.isEmpty()) {
      ours = cells.containsAll(BadRows.COLUMNS);
      columns = named(ours ? cells.stream().map(SafeCsv::asItWas).toList() : cells);
      return true;
    }
    return wanted.test(new FileRow(line, cells(cells), fault(cells)));
  }

  @Override
  public void broken(int line, String reason) {
    broken = new Problem(line, reason);
  }

  private @Nullable String fault(List<String> cells) {
    return cells.size() == columns.size()
        ? null
        : "has %,d columns, but the header has %,d".formatted(cells.size(), columns.size());
  }

  private Map<String, String> cells(List<String> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String name = i < columns.size() ? columns.get(i) : place(i);
      if (!ours) {
        cells.put(name, values.get(i));
      } else if (!BadRows.COLUMNS.contains(name)) {
        cells.put(name, SafeCsv.asItWas(values.get(i)));
      }
    }
    return cells;
  }

  private List<String> named(List<String> header) {
    if (header.size() > CsvFile.MOST_COLUMNS) {
      throw lines.tooMuch("has more than %,d columns".formatted(CsvFile.MOST_COLUMNS));
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String given = header.get(i).strip();
      String name = given.isEmpty() ? place(i) : shortened(given);
      String free = name;
      for (int more = 2; !taken.add(free); more++) {
        free = name + " (" + more + ")";
      }
      names.add(free);
    }
    return List.copyOf(names);
  }

  private static String place(int index) {
    return "column " + (index + 1);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
