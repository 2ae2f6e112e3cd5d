package dev.recap.lab.faults;

import dev.recap.lab.play.Door;
import dev.recap.lab.play.PlayOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs in which nothing strikes and nothing is shortened: how long they are, and what stands in
 * the end. All of them must store the same, whoever works, or there is nothing to grade by.
 */
final class Undisturbed {
  private final Map<String, Integer> turns = new HashMap<>();
  private Map<String, String> state = Map.of();

  private Undisturbed() {}

  /**
   * Plays one for each agent and schedule.
   *
   * @throws IllegalStateException when they do not all complete the work and store the same
   */
  static Undisturbed play(CellRun run, Door door, List<Cell.Conditions> conditions) {
    var all = new Undisturbed();
    for (Cell.Conditions one : conditions) {
      if (!all.turns.containsKey(key(one))) {
        all.add(one, run.undisturbed(one, door));
      }
    }
    return all;
  }

  private void add(Cell.Conditions conditions, PlayOutcome outcome) {
    if (!outcome.stored().complete()) {
      throw new IllegalStateException(
          "the undisturbed run of %s is not complete: %s"
              .formatted(key(conditions), outcome.played().ending().how()));
    }
    if (state.isEmpty()) {
      state = outcome.stored().state();
    }
    if (!state.equals(outcome.stored().state())) {
      throw new IllegalStateException(
          "the undisturbed run of %s stores %s, but another stored %s"
              .formatted(key(conditions), outcome.stored().state(), state));
    }
    turns.put(key(conditions), outcome.played().turns().size());
  }

  private static String key(Cell.Conditions conditions) {
    return conditions.agent() + " " + conditions.scheduleName();
  }

  int turns(Cell.Conditions conditions) {
    return turns.getOrDefault(key(conditions), 0);
  }

  /** What is stored, by the name of the thing. */
  Map<String, String> state() {
    return state;
  }
}
