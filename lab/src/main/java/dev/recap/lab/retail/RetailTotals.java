package dev.recap.lab.retail;

import java.util.List;
import java.util.function.ToIntFunction;

/** Sums over the traces; the columns are those of {@link RetailRow}. */
public record RetailTotals(
    int traces,
    int plays,
    int compactions,
    int asked,
    int executed,
    int held,
    int heldCarriedOut,
    int repeated,
    int outages,
    int fromRecord,
    int differing,
    int asRecorded,
    int asWhole,
    int failed) {

  static RetailTotals of(List<RetailRow> rows) {
    return new RetailTotals(
        rows.size(),
        sum(rows, RetailRow::plays),
        sum(rows, RetailRow::compactions),
        sum(rows, RetailRow::asked),
        sum(rows, RetailRow::executed),
        sum(rows, RetailRow::held),
        sum(rows, RetailRow::heldCarriedOut),
        sum(rows, RetailRow::repeated),
        sum(rows, RetailRow::outages),
        sum(rows, RetailRow::fromRecord),
        sum(rows, RetailRow::differing),
        sum(rows, RetailRow::asRecorded),
        sum(rows, RetailRow::asWhole),
        sum(rows, row -> row.failed().isEmpty() ? 0 : 1));
  }

  private static int sum(List<RetailRow> rows, ToIntFunction<RetailRow> column) {
    return rows.stream().mapToInt(column).sum();
  }
}
