package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.ScenarioReport.Saved;
import dev.recap.lab.report.Verdict;
import java.util.ArrayList;
import java.util.List;

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
            "RECAP  %,d tickets, seed %d, threshold %,d tokens. Model: %s."
                .formatted(figures.tickets(), figures.seed(), figures.threshold(), verdict.model()),
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
    lines.add("Tokens sent per turn%s%s".formatted(" ".repeat(38), "peak   (^ a call was lost)"));
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
    lines.add("                      total        of them  saved   cost in $     lost/rep./  done");
    lines.add("run       turns f/c   tokens       summary          plain  cached  redone");
    for (RunReport run : figures.runs()) {
      lines.add(
          "%-9s %5d %3d/%-3d %,10d %,9d %6s %7s %7s %3d/%d/%-3d %3d/%d"
              .formatted(
                  run.name(),
                  run.turns(),
                  run.folds(),
                  run.compactions(),
                  run.tokens().totalTokens(),
                  run.tokens().summary().inputTokens() + run.tokens().summary().outputTokens(),
                  saved(run),
                  money(run.cost(), false),
                  money(run.cost(), true),
                  run.toolCalls().lost(),
                  run.toolCalls().repeated(),
                  run.toolCalls().redone(),
                  run.ticketsComplete(),
                  figures.tickets()));
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

  private static String money(@org.jspecify.annotations.Nullable Cost cost, boolean cached) {
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
