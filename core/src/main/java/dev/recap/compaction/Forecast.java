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
   * So many items, each as long as those so far; an open one counts as half done.
   *
   * @param itemsLeft items that are not closed yet, asked whenever something is weighed
   */
  static Forecast items(IntSupplier itemsLeft) {
    return (ledger, turnsSoFar) -> {
      double half = ledger.open().size() / 2.0;
      return ledger.closedItems() == 0
          ? turnsSoFar
          : Math.max(0, itemsLeft.getAsInt() - half) * turnsSoFar / (ledger.closedItems() + half);
    };
  }
}
