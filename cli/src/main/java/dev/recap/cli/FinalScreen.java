package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole story in 80 columns and 40 lines, every word of it computed. */
final class FinalScreen {
  private static final int LINES = 40;
  private static final int BARS = 56;
  private static final int MOST_LINES_A_RUN = 3;
  private static final long MANY_TOKENS = 10_000_000;
  private static final String MORE = " ... (more: --report)";

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

  /** As many sentences about each run as there is room for. */
  List<String> lines() {
    int most = MOST_LINES_A_RUN;
    List<String> lines = lines(most);
    while (lines.size() > LINES && most > 1) {
      lines = lines(--most);
    }
    return lines;
  }

  private List<String> lines(int mostLinesARun) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        ScreenText.wrap(
            "RECAP  %s%s, threshold %,d tokens. Model: %s."
                .formatted(
                    Verdict.counted(figures.tickets(), "ticket"),
                    figures.seed() == 0 ? "" : ", seed " + figures.seed(),
                    figures.threshold(),
                    verdict.model()),
            ""));
    lines.add("");
    addBars(lines);
    lines.add("");
    addHappened(lines, mostLinesARun);
    lines.add("");
    lines.addAll(Columns.of(table()));
    lines.add("Tokens with those of summaries, dollars with prompt caching.");
    lines.add("");
    figures
        .run("baseline")
        .ifPresent(without ->
            verdict
                .compacted()
                .ifPresent(with -> {
                  lines.addAll(TutorialTable.of(without, with));
                  lines.add("");
                }));
    lines.addAll(ScreenText.wrap(verdict.money(), ""));
    lines.add("Look: ./recap demo --report report.html   Break it:");
    lines.add("  " + next);
    return lines;
  }

  private void addBars(List<String> lines) {
    long most = figures.runs().stream().mapToLong(RunReport::peakTokens).max().orElse(1);
    lines.add("Tokens sent per turn (^ a call was lost)" + " ".repeat(34) + "peak");
    for (RunReport run : figures.runs()) {
      var spark = new Sparkline(run, BARS);
      lines.add("%-10s %-56s %,11d".formatted(run.name(), spark.bars(most), run.peakTokens()));
      if (!spark.marks().isEmpty()) {
        lines.add("%-10s %s".formatted("", spark.marks()));
      }
    }
  }

  /** Runs of which there is the same to say are named together. */
  private void addHappened(List<String> lines, int most) {
    Map<String, List<String>> runs = new LinkedHashMap<>();
    for (RunReport run : figures.runs()) {
      runs.computeIfAbsent(String.join("; ", verdict.happened(run)), said -> new ArrayList<>())
          .add(run.name());
    }
    runs.forEach((said, names) -> {
      String label = names.size() == 1 ? "%-10s ".formatted(names.getFirst()) : joined(names);
      List<String> wrapped = ScreenText.wrap(label + said + ".", " ".repeat(11));
      lines.addAll(wrapped.subList(0, Math.min(wrapped.size(), most)));
      if (wrapped.size() > most) {
        String last = lines.removeLast();
        int room = ScreenText.COLUMNS - MORE.length();
        lines.add(last.substring(0, Math.min(last.length(), room)) + MORE);
      }
    });
  }

  private static String joined(List<String> names) {
    return String.join(", ", names) + ": ";
  }

  private List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("run turns folds compactions tokens saved dollars lost repeated done".split(" ")));
    for (RunReport run : figures.runs()) {
      rows.add(
          List.of(
              run.name(),
              "%,d".formatted(run.turns()),
              "%,d".formatted(run.folds()),
              "%,d".formatted(run.compactions()),
              tokens(run.tokens().totalTokens()),
              verdict.saved(run).replace(" ", ""),
              money(run.cost()),
              "%,d".formatted(run.toolCalls().lost()),
              "%,d".formatted(run.toolCalls().repeated()),
              "%,d".formatted(run.ticketsComplete())));
    }
    return rows;
  }

  private static String tokens(long tokens) {
    return tokens < MANY_TOKENS
        ? "%,d".formatted(tokens)
        : tokens < 1_000 * MANY_TOKENS
            ? "%,.1f M".formatted(tokens / 1e6)
            : "%,.1f G".formatted(tokens / 1e9);
  }

  private static String money(@Nullable Cost cost) {
    return cost == null ? "-" : Verdict.dollars(cost.cached()).substring(1);
  }
}
