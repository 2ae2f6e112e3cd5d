package dev.recap.compaction;

import dev.recap.ledger.Ledger;
import java.util.function.IntSupplier;

/**
 * How much work is still to come, as far as the caller knows. Compactions that cost something now
 * and save something each turn are weighed by it.
 */
@FunctionalInterface
public interface Forecast {

  /**
   * Turns still to come, 0 or more.
   *
   * @param turnsSoFar of the whole conversation
   */
  double turnsLeft(Ledger ledger, int turnsSoFar);

  /** For want of anything better: as long again as it has taken so far. */
  static Forecast asLongAgain() {
    return (ledger, turnsSoFar) -> turnsSoFar;
  }

  /**
   * So many items, each as long as those that were closed so far.
   *
   * @param itemsLeft items that are not closed yet, asked whenever something is weighed
   */
  static Forecast items(IntSupplier itemsLeft) {
    return (ledger, turnsSoFar) ->
        ledger.closedItems() == 0
            ? turnsSoFar
            : (double) itemsLeft.getAsInt() * turnsSoFar / ledger.closedItems();
  }
}
