package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.ScenarioReport.Saved;
import dev.recap.lab.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole story in 80 columns and 40 lines, every word of it computed. */
final class FinalScreen {
  private static final int COLUMNS = 80;
  private static final int BARS = 56;
  private static final int MOST_LINES_A_RUN = 3;

  private final ScenarioReport figures;
  private final String next;
  private final Verdict verdict;

  /**
   * A screen for these figures.
   *
   * @param next a command that shows something this one did not
   */
  FinalScreen(ScenarioReport figures, String next) {
    this.figures = figures;
    this.next = next;
    this.verdict = new Verdict(figures);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        wrap(
            "RECAP  %,d tickets%s, threshold %,d tokens. Model: %s."
                .formatted(
                    figures.tickets(),
                    figures.seed() == 0 ? "" : ", seed " + figures.seed(),
                    figures.threshold(),
                    verdict.model()),
            ""));
    lines.add("");
    addBars(lines);
    lines.add("");
    addHappened(lines);
    lines.add("");
    addTable(lines);
    lines.add("");
    lines.addAll(wrap(verdict.money(), ""));
    lines.add("Look: ./recap demo --report report.html   Break it:");
    lines.add("  " + next);
    return lines;
  }

  private void addBars(List<String> lines) {
    long most = figures.runs().stream().mapToLong(RunReport::peakTokens).max().orElse(1);
    lines.add("Tokens sent per turn (^ a call was lost)" + " ".repeat(33) + "peak");
    for (RunReport run : figures.runs()) {
      var spark = new Sparkline(run, BARS);
      lines.add("%-9s %-56s %,9d".formatted(run.name(), spark.bars(most), run.peakTokens()));
      if (!spark.marks().isEmpty()) {
        lines.add("%-9s %s".formatted("", spark.marks()));
      }
    }
  }

  private void addHappened(List<String> lines) {
    for (RunReport run : figures.runs()) {
      String label = "%-9s ".formatted(run.name());
      List<String> said =
          wrap(label + String.join("; ", verdict.happened(run)) + ".", " ".repeat(10));
      lines.addAll(said.subList(0, Math.min(said.size(), MOST_LINES_A_RUN)));
      if (said.size() > MOST_LINES_A_RUN) {
        lines.add("          ... and more: see --json or --report.");
      }
    }
  }

  private void addTable(List<String> lines) {
    lines.add("                     tokens of them        dollars in  with   lost/rep.");
    lines.add("run      turns f/c   in all summary  saved     all   cache   /redone    done");
    for (RunReport run : figures.runs()) {
      lines.add(
          "%-8s %5d %-4s%,8d %,7d %6s %7s %7s %9s %7s"
              .formatted(
                  run.name(),
                  run.turns(),
                  run.folds() + "/" + run.compactions(),
                  run.tokens().totalTokens(),
                  run.tokens().summary().inputTokens() + run.tokens().summary().outputTokens(),
                  saved(run),
                  money(run.cost(), false),
                  money(run.cost(), true),
                  "%d/%d/%d"
                      .formatted(
                          run.toolCalls().lost(),
                          run.toolCalls().repeated(),
                          run.toolCalls().redone()),
                  run.ticketsComplete() + "/" + figures.tickets()));
    }
  }

  private String saved(RunReport run) {
    return figures.saved().stream()
        .filter(saved -> saved.run().equals(run.name()))
        .map(Saved::share)
        .map(share -> "%.1f%%".formatted(share * 100))
        .findFirst()
        .orElse("-");
  }

  private static String money(@Nullable Cost cost, boolean cached) {
    return cost == null ? "-" : "%.4f".formatted(cached ? cost.cached() : cost.uncached());
  }

  /** Breaks at spaces so that no line is longer than the screen. */
  private static List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > COLUMNS) {
      int at = rest.lastIndexOf(' ', COLUMNS);
      if (at <= indent.length()) {
        at = COLUMNS;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }
}
