package dev.recap.lab.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All runs under one policy.
 *
 * @param overBudget runs with a prompt longer than their budget
 * @param retention of all values
 * @param recallShare of all values that were not in view
 */
public record ReplayTotal(
    int runs,
    int turns,
    long promptTokens,
    int overBudget,
    int compactions,
    double dollarsUncached,
    double dollarsCached,
    int viewsValid,
    int views,
    int thinkingMoved,
    int values,
    int inView,
    @Nullable Double retention,
    @Nullable Integer recallFound,
    @Nullable Double recallShare) {

  static ReplayTotal of(List<ReplayRow> rows) {
    int values = rows.stream().mapToInt(ReplayRow::values).sum();
    int inView = rows.stream().mapToInt(ReplayRow::inView).sum();
    boolean recalls = rows.stream().allMatch(row -> row.recallFound() != null);
    int found =
        rows.stream().mapToInt(row -> row.recallFound() == null ? 0 : row.recallFound()).sum();
    return new ReplayTotal(
        rows.size(),
        rows.stream().mapToInt(ReplayRow::turns).sum(),
        rows.stream().mapToLong(ReplayRow::promptTokens).sum(),
        (int) rows.stream().filter(row -> row.longestPrompt() > row.budget()).count(),
        rows.stream().mapToInt(ReplayRow::compactions).sum(),
        rows.stream().mapToDouble(ReplayRow::dollarsUncached).sum(),
        rows.stream().mapToDouble(ReplayRow::dollarsCached).sum(),
        rows.stream().mapToInt(ReplayRow::viewsValid).sum(),
        rows.stream().mapToInt(ReplayRow::views).sum(),
        rows.stream().mapToInt(ReplayRow::thinkingMoved).sum(),
        values,
        inView,
        ReplayRow.share(inView, values),
        recalls ? found : null,
        recalls ? ReplayRow.share(found, values - inView) : null);
  }
}
