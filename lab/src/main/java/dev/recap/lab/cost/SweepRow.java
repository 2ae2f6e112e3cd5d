package dev.recap.lab.cost;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.Prices;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One threshold of the bounded summary, run and computed, at the usual minimum and prices.
 *
 * @param summaries adopted ones
 * @param turnsPerSummary turns of the run for each of them
 * @param dollars prompts of all requests and the summaries whole, from the run's cache books
 * @param overBest the share by which that is above the best threshold's
 * @param arithmetic the same dollars from the measured growth
 * @param arithmeticError as a share of the run's dollars
 */
public record SweepRow(
    long threshold,
    int summaries,
    double turnsPerSummary,
    double dollars,
    double overBest,
    double arithmetic,
    double arithmeticError) {

  static List<SweepRow> of(List<BookedRun> runs, List<Long> thresholds, Arithmetic arithmetic) {
    Prices prices = CurrentModel.PRICES;
    double best =
        runs.stream()
            .mapToDouble(run -> run.inputAndSummaryDollars(Outcomes.USUAL_MINIMUM, prices))
            .min()
            .orElseThrow();
    return IntStream.range(0, runs.size())
        .mapToObj(i -> row(runs.get(i), thresholds.get(i), best, arithmetic))
        .toList();
  }

  private static SweepRow row(BookedRun run, long threshold, double best, Arithmetic arithmetic) {
    Prices prices = CurrentModel.PRICES;
    RunReport report = run.report();
    double dollars = run.inputAndSummaryDollars(Outcomes.USUAL_MINIMUM, prices);
    double computed =
        arithmetic.summarized(threshold, Outcomes.SUMMARY_TOKENS).inputAndSummaryDollars(prices);
    int summaries = report.tokens().summary().adopted();
    return new SweepRow(
        threshold,
        summaries,
        report.turns() / (double) Math.max(1, summaries),
        dollars,
        dollars / best - 1,
        computed,
        computed / dollars - 1);
  }
}
