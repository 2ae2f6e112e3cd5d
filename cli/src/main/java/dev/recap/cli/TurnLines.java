package dev.recap.cli;

import dev.recap.lab.scenario.PlayedCompaction;
import dev.recap.lab.scenario.PlayedTurn;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import java.io.PrintWriter;

/** A line for each turn and the text of each compaction, as the reference run prints them. */
final class TurnLines implements ScenarioListener {
  private final PrintWriter out;
  private long cumulative;

  TurnLines(PrintWriter out) {
    this.out = out;
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
}
