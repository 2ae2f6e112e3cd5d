package dev.recap.lab.faults;

import dev.recap.simulator.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Lays out the cells. In full, every strategy is struck before each turn. Otherwise that holds for
 * the ladder, and the others are struck before every fifth turn, a different fifth for each pair of
 * summarizer and agent; and stages that never ask a model are played with one summarizer alone,
 * since all of them give the same run.
 */
final class Grid {
  private static final int STEP = 5;

  private final Selection selection;

  Grid(Selection selection) {
    this.selection = selection;
  }

  /** Who works and who summarizes, in every combination. */
  List<Cell.Conditions> conditions() {
    List<Cell.Conditions> all = new ArrayList<>();
    for (SummaryFault summarizer : selection.summarizers()) {
      for (String agent : selection.agents()) {
        for (Schedule schedule : selection.schedules()) {
          all.add(new Cell.Conditions(summarizer, agent, schedule));
        }
      }
    }
    return all;
  }

  /**
   * The cells, in the order in which they are listed.
   *
   * @param lastTurn the number of turns of the undisturbed run under these conditions
   */
  List<Cell> cells(ToIntFunction<Cell.Conditions> lastTurn) {
    List<Cell> cells = new ArrayList<>();
    for (Contender strategy : selection.strategies()) {
      for (Cell.Conditions conditions : conditions()) {
        if (isPlayed(strategy, conditions)) {
          for (int turn = 0; turn <= lastTurn.applyAsInt(conditions); turn++) {
            if (isStruck(strategy, conditions, turn)) {
              cells.add(new Cell(strategy, conditions, turn));
            }
          }
        }
      }
    }
    return cells;
  }

  private boolean isPlayed(Contender strategy, Cell.Conditions conditions) {
    return selection.turns().full()
        || strategy.asksAModel()
        || conditions.summarizer() == selection.summarizers().getFirst();
  }

  private boolean isStruck(Contender strategy, Cell.Conditions conditions, int turn) {
    if (!selection.turns().only().isEmpty()) {
      return selection.turns().only().contains(turn);
    }
    int offset =
        selection.summarizers().indexOf(conditions.summarizer())
            + selection.agents().indexOf(conditions.agent());
    return selection.turns().full()
        || strategy.promised()
        || turn == 0
        || (turn + offset) % STEP == 0;
  }
}
