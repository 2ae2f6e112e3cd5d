package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bad rows of a file as a file to mend: their columns as they were, and before them the line
 * and the reason. What is mended can be imported as it is; the two columns are left out then.
 */
public final class BadRows {
  /** What stands before the columns of the file. */
  static final List<String> COLUMNS = List.of("recap_line", "recap_reason");

  private BadRows() {}

  /**
   * Writes the bad rows of a file as separated values, with formulas made harmless.
   *
   * @param file the one that was read, as it was then
   * @param bad what was wrong
   * @param out stays the caller's
   * @throws ImportException when the file cannot be read any more
   */
  public static void write(ImportFile file, List<Problem> bad, OutputStream out) {
    FileRows.Pass pass = FileRows.read(file, row -> true);
    Map<Integer, String> reasons = new TreeMap<>();
    bad.forEach(problem -> reasons.putIfAbsent(problem.line(), problem.reason()));
    char separator = pass.separator() == null ? ',' : pass.separator();
    var csv = new SafeCsv(out, separator);
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(pass.columns());
    csv.row(header);
    FileRows.read(
        file,
        row -> {
          String reason = reasons.remove(row.line());
          if (reason != null) {
            csv.row(cells(row, reason, pass.columns()));
          }
          return !reasons.isEmpty();
        });
    // Of what is no row, such as a quotation without an end, only the place can be told.
    reasons.forEach((line, reason) -> csv.row(List.of(String.valueOf(line), reason)));
    csv.flush();
  }

  private static List<@Nullable String> cells(
      FileRows.FileRow row, String reason, List<String> columns) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.line()));
    cells.add(reason);
    columns.forEach(column -> cells.add(row.cells().get(column)));
    row.cells()
        .forEach((name, cell) -> {
          if (!columns.contains(name)) {
            cells.add(cell);
          }
        });
    return cells;
  }
}
