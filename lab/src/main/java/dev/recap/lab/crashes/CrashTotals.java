package dev.recap.lab.crashes;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What came of many scenarios.
 *
 * @param scenarios distinct ones whose death or failure was reached
 * @param deaths how often the process died, its journal failed, or its holder slept
 * @param complete scenarios in which nobody had to be asked
 * @param unknown scenarios in which nobody could know, as the oracle says
 * @param repeated effects that happened more often than they may
 * @param lost effects that did not happen
 * @param repliesPaidTwice replies that were in flight and are asked for again
 * @param wrong scenarios that did not end as the oracle says
 */
public record CrashTotals(
    int scenarios,
    int deaths,
    int complete,
    int unknown,
    int repeated,
    int lost,
    int repliesPaidTwice,
    int wrong) {

  static CrashTotals of(List<CrashRow> rows) {
    int wrong = count(rows, row -> row.wrong().isEmpty() ? 0 : 1);
    int unknown = count(rows, row -> row.unknown().isEmpty() || !row.wrong().isEmpty() ? 0 : 1);
    return new CrashTotals(
        rows.size(),
        count(rows, CrashRow::deaths),
        rows.size() - unknown - wrong,
        unknown,
        count(rows, CrashRow::repeated),
        count(rows, CrashRow::lost),
        count(rows, CrashRow::repliesPaidTwice),
        wrong);
  }

  private static int count(List<CrashRow> rows, ToIntFunction<CrashRow> what) {
    return rows.stream().mapToInt(what).sum();
  }
}
