package dev.recap.lab.faults;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sums over the cells of a strategy.
 *
 * @param adopted cells in which a summary was used
 * @param adoptedShare the same as a share of all cells
 * @param complete cells in which every work item was completed
 * @param failed cells in which a promise was not kept
 */
public record Totals(
    int cells,
    long asked,
    long adopted,
    double adoptedShare,
    long complete,
    long lost,
    long repeated,
    long redone,
    long guarded,
    long wrong,
    long taskMissing,
    long tokens,
    long failed) {

  static Totals of(List<Row> rows) {
    long adopted = rows.stream().filter(row -> row.adopted() > 0).count();
    return new Totals(
        rows.size(),
        sum(rows, Row::asked),
        adopted,
        rows.isEmpty() ? 0 : adopted / (double) rows.size(),
        rows.stream().filter(Row::complete).count(),
        sum(rows, Row::lost),
        sum(rows, Row::repeated),
        sum(rows, Row::redone),
        sum(rows, Row::guarded),
        sum(rows, Row::wrong),
        sum(rows, Row::taskMissing),
        sum(rows, Row::tokens),
        rows.stream().filter(row -> !row.failed().isEmpty()).count());
  }

  private static long sum(List<Row> rows, ToLongFunction<Row> column) {
    return rows.stream().mapToLong(column).sum();
  }
}
