package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.Verdict;
import dev.recap.lab.scenario.PlayedCompaction;
import dev.recap.lab.scenario.PlayedDecision;
import dev.recap.lab.scenario.PlayedTurn;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A line for each turn, the text of each compaction and a block for each run, as the tutorial. */
final class TurnLines implements ScenarioListener {
  private static final int MOST_TEXT_LINES = 40;
  private static final String FOLD = "fold";
  private static final String MARGIN = "   | ";

  private final PrintWriter out;
  private final boolean explain;
  private final Set<String> standing = new HashSet<>();
  private long cumulative;

  /**
   * Lines on this writer.
   *
   * @param explain whether each decision of the cost law gets a line, too
   */
  TurnLines(PrintWriter out, boolean explain) {
    this.out = out;
    this.explain = explain;
  }

  @Override
  public void runStarted(StrategyName strategy) {
    cumulative = 0;
    standing.clear();
    out.printf("%n== %s: %s%n", strategy.label(), strategy.words());
  }

  @Override
  public void runEnded(RunReport run) {
    out.println();
    ResultBlock.of(run).forEach(out::println);
  }

  @Override
  public void turn(PlayedTurn turn) {
    cumulative += turn.usage().promptTokens();
    out.printf(
        "Turn %4d: input %,9d  output %,5d  messages %4d  all input %,11d%n",
        turn.turn(),
        turn.usage().promptTokens(),
        turn.usage().outputTokens(),
        turn.messages(),
        cumulative);
  }

  /** Ledger lines that stood there before the fold are counted; a summary is shown whole. */
  @Override
  public void compaction(PlayedCompaction done) {
    List<String> lines = done.text().lines().toList();
    List<String> added =
        done.stage().equals(FOLD)
            ? lines.stream().filter(line -> !standing.contains(line)).toList()
            : lines;
    out.printf(
        "-- %s after turn %d: %d messages before, %d after. In their place:%n",
        done.stage(), done.afterTurn(), done.before().size(), done.after().size());
    if (added.size() < lines.size()) {
      out.printf(
          "%s(%s as before)%n", MARGIN, Verdict.counted(lines.size() - added.size(), "line"));
    }
    ScreenText.margined(added, MARGIN, MOST_TEXT_LINES).forEach(out::println);
    standing.clear();
    standing.addAll(lines);
  }

  @Override
  public void decision(PlayedDecision decision) {
    if (explain) {
      out.printf(
          "?? %s before turn %d: %s%n",
          decision.stage(), decision.afterTurn() + 1, Plain.of(decision.words()));
    }
  }
}
