package dev.recap.lab.cost;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.TurnReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What each turn of a conversation adds to the view and says, measured in a run that was never
 * compacted. Longer conversations repeat it.
 *
 * @param prefix tokens of the first prompt
 */
record Growth(long prefix, List<Step> steps) {

  /** One turn, in tokens: what reply and results add to the next prompt, and the reply alone. */
  record Step(long added, long output) {}

  Growth {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a growth needs the steps of one turn or more");
    }
  }

  /** From a run without compaction; its last turns, after the last ticket, are left out. */
  static Growth of(RunReport run, int turnsOfTheWork) {
    List<TurnReport> turns = run.perTurn();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < Math.min(turnsOfTheWork, turns.size() - 1); i++) {
      long added = turns.get(i + 1).promptTokens() - turns.get(i).promptTokens();
      steps.add(new Step(added, turns.get(i).outputTokens()));
    }
    return new Growth(turns.getFirst().promptTokens(), steps);
  }

  /** What the turn with this number adds, from 0. */
  Step step(int turn) {
    return steps.get(turn % steps.size());
  }

  /** Tokens that a turn adds on average. */
  double mean() {
    return steps.stream().mapToLong(Step::added).average().orElseThrow();
  }
}
