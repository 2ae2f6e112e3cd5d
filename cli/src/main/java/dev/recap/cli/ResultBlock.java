package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.report.Verdict;
import dev.recap.lab.scenario.StrategyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one run came to, between rules, and the agent's last words, as the tutorial has them. */
final class ResultBlock {
  private static final String RULE = "=".repeat(60);
  private static final int MOST_ANSWER_LINES = 40;

  private ResultBlock() {}

  /** Input and output with those of the summary calls, so that they add up to the total. */
  static List<String> of(RunReport run) {
    Tokens tokens = run.tokens();
    List<String> lines = new ArrayList<>();
    lines.add(RULE);
    lines.add(
        "%s: %s"
            .formatted(run.name().toUpperCase(Locale.ROOT), StrategyName.of(run.name()).words()));
    lines.add(RULE);
    lines.add(row("Total turns:", "%,d".formatted(run.turns()), ""));
    lines.add(
        row(
            "Compactions:",
            "%,d".formatted(run.folds() + run.compactions()),
            run.folds() + run.compactions() + tokens.summary().calls() == 0
                ? ""
                : Verdict.compactions(run)));
    lines.add(count("Input tokens:", tokens.allInput(), tokens.summary().inputTokens()));
    lines.add(count("Output tokens:", tokens.allOutput(), tokens.summary().outputTokens()));
    lines.add(count("Total tokens:", tokens.totalTokens(), tokens.summary().tokens()));
    String unfinished = run.didNotFinish();
    if (unfinished != null) {
      lines.addAll(
          ScreenText.wrap("did not finish: %s (%s)".formatted(unfinished, run.ended()), ""));
    }
    lines.add(RULE);
    lines.add("");
    lines.addAll(answer(run));
    return lines;
  }

  private static List<String> answer(RunReport run) {
    if (run.answer().isBlank()) {
      return ScreenText.wrap("The agent gave no final answer (%s).".formatted(run.ended()), "");
    }
    List<String> lines = new ArrayList<>();
    lines.add("The agent's final answer:");
    lines.addAll(ScreenText.margined(run.answer().lines().toList(), "   ", MOST_ANSWER_LINES));
    return lines;
  }

  private static String count(String label, long tokens, long forSummaries) {
    return row(
        label,
        "%,d".formatted(tokens),
        forSummaries == 0 ? "" : "%,d of them for summaries".formatted(forSummaries));
  }

  private static String row(String label, String value, String remark) {
    return "%-15s%14s%s".formatted(label, value, remark.isEmpty() ? "" : "  (" + remark + ")");
  }
}
