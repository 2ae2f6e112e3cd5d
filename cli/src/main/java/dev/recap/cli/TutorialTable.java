package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The table at the end of the tutorial: without compaction, with it, and what that is better. */
final class TutorialTable {
  private TutorialTable() {}

  static List<String> of(RunReport without, RunReport with) {
    List<String> lines =
        new ArrayList<>(
            Columns.of(
                List.of(
                    List.of(
                        "Metric",
                        "Without (%s)".formatted(without.name()),
                        "With (%s)".formatted(with.name()),
                        "Improvement"),
                    row("Turns", without, with, RunReport::turns),
                    row("Input tokens", without, with, run -> run.tokens().allInput()),
                    row("Output tokens", without, with, run -> run.tokens().allOutput()),
                    row("Total tokens", without, with, run -> run.tokens().totalTokens()),
                    List.of(
                        "Context management",
                        management(without),
                        management(with),
                        improvement(without, with, RunReport::peakTokens)))));
    for (RunReport run : List.of(without, with)) {
      if (run.didNotFinish() != null) {
        lines.add("%s did not finish: %s.".formatted(run.name(), run.didNotFinish()));
      }
    }
    return lines;
  }

  private static List<String> row(
      String metric, RunReport without, RunReport with, ToLongFunction<RunReport> figure) {
    return List.of(
        metric,
        "%,d".formatted(figure.applyAsLong(without)),
        "%,d".formatted(figure.applyAsLong(with)),
        improvement(without, with, figure));
  }

  private static String improvement(
      RunReport without, RunReport with, ToLongFunction<RunReport> figure) {
    long before = figure.applyAsLong(without);
    boolean comparable = without.didNotFinish() == null && with.didNotFinish() == null;
    return comparable && before > 0
        ? Verdict.percent(1 - figure.applyAsLong(with) / (double) before)
        : "-";
  }

  private static String management(RunReport run) {
    String how =
        run.folds() + run.compactions() == 0
            ? "none"
            : run.folds() > 0
                ? Verdict.counted(run.folds(), "fold")
                : Verdict.counted(run.compactions(), "compaction");
    return "%s, up to %,d".formatted(how, run.peakTokens());
  }
}
