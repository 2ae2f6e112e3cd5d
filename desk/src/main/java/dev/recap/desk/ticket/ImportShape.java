package dev.recap.desk.ticket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like at its beginning.
 *
 * @param separator between the values; null for JSON lines
 * @param columns their names: a second one of a name is {@code Name (2)}, one without a name {@code
 *     column 7}; of JSON the keys, {@code outer.inner} for objects in objects
 * @param rows the first rows by column, five at most, long cells cut short
 */
public record ImportShape(
    @Nullable Character separator, List<String> columns, List<Map<String, String>> rows) {
  private static final int ROWS = 5;

  /** JSON may leave out keys in some rows. */
  private static final int ROWS_FOR_COLUMNS = 100;

  private static final int LONGEST_CELL = 500;

  public ImportShape {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws ImportException when the file cannot be read
   */
  public static ImportShape of(ImportFile file) {
    List<Map<String, String>> rows = new ArrayList<>();
    int[] seen = {0};
    FileRows.Pass pass =
        FileRows.read(
            file,
            row -> {
              if (row.fault() == null && rows.size() < ROWS) {
                rows.add(shortened(row.cells()));
              }
              seen[0]++;
              return seen[0] < ROWS_FOR_COLUMNS;
            });
    Set<String> columns = new LinkedHashSet<>(pass.columns());
    return new ImportShape(pass.separator(), List.copyOf(columns), rows);
  }

  private static Map<String, String> shortened(Map<String, String> cells) {
    cells.replaceAll((name, cell) -> cut(cell));
    return cells;
  }

  private static String cut(String cell) {
    if (cell.length() <= LONGEST_CELL) {
      return cell;
    }
    int end = Character.isHighSurrogate(cell.charAt(LONGEST_CELL - 1)) ? 1 : 0;
    return cell.substring(0, LONGEST_CELL - end) + "...";
  }
}
