package dev.recap.cli;

import dev.recap.lab.scenario.PlayedCompaction;
import dev.recap.lab.scenario.PlayedDecision;
import dev.recap.lab.scenario.PlayedTurn;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import java.io.PrintWriter;

/** A line for each turn and the text of each compaction, as the reference run prints them. */
final class TurnLines implements ScenarioListener {
  private final PrintWriter out;
  private final boolean explain;
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
    out.printf("%n== %s%n", strategy.label());
  }

  @Override
  public void turn(PlayedTurn turn) {
    cumulative += turn.usage().promptTokens();
    out.printf(
        "Turn %2d: input %,7d  output %,5d  messages %2d  cumulative input %,9d%n",
        turn.turn(),
        turn.usage().promptTokens(),
        turn.usage().outputTokens(),
        turn.messages(),
        cumulative);
  }

  @Override
  public void compaction(PlayedCompaction done) {
    out.printf(
        "-- %s after turn %d: %d messages -> %d. In their place:%n",
        done.stage(), done.afterTurn(), done.before().size(), done.after().size());
    done.text().lines().forEach(line -> out.println("   | " + Plain.of(line)));
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
