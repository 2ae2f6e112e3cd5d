package dev.recap.desk.batch;

import dev.recap.model.ModelException;
import java.util.Locale;

/**
 * A batch's budget, for all its workers. What a request may cost at most is put aside before it
 * goes out, so that the budget holds whatever comes back. Safe for many threads.
 */
final class Till {
  private final Batch.Budget budget;
  private long tokens;
  private double dollars;

  /** With what stands in the journals already spent. */
  Till(Batch.Budget budget, Spent before) {
    this.budget = budget;
    this.tokens = before.tokens();
    this.dollars = before.dollars();
  }

  /** A request was not sent: it might have gone beyond the budget. */
  static final class Empty extends ModelException {
    private static final long serialVersionUID = 1L;

    Empty(String message) {
      super(Category.BILLING, message, null, null);
    }
  }

  boolean isLimited() {
    return budget.isLimited();
  }

  /**
   * Puts aside what the next request may cost.
   *
   * @throws Empty when there is not that much
   */
  synchronized void putAside(Spent most) {
    if (tokens + most.tokens() > budget.tokens()) {
      throw new Empty(
          String.format(
              Locale.ROOT,
              "the next request may take %,d tokens, and of %,d there are %,d left",
              most.tokens(),
              budget.tokens(),
              Math.max(0, budget.tokens() - tokens)));
    }
    if (dollars + most.dollars() > budget.dollars()) {
      throw new Empty(
          String.format(
              Locale.ROOT,
              "the next request may cost $%.4f, and of $%.4f there is $%.4f left",
              most.dollars(),
              budget.dollars(),
              Math.max(0, budget.dollars() - dollars)));
    }
    add(most, 1);
  }

  /** What was put aside was not spent, but this was. */
  synchronized void pay(Spent most, Spent cost) {
    add(most, -1);
    add(cost, 1);
  }

  private void add(Spent some, int times) {
    tokens += times * some.tokens();
    dollars += times * some.dollars();
  }
}
