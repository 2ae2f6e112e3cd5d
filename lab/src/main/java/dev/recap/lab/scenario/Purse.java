package dev.recap.lab.scenario;

import dev.recap.lab.report.Verdict;

/**
 * Money for all runs together. What a request may cost at most is put aside before it goes out, so
 * that the limit holds whatever comes back. Safe for several threads.
 */
final class Purse {
  private final double most;
  private double spent;
  private double aside;

  /**
   * A full one.
   *
   * @param most US dollars; infinite for no limit
   */
  Purse(double most) {
    this.most = most;
  }

  boolean isLimited() {
    return most < Double.POSITIVE_INFINITY;
  }

  /**
   * Puts aside what the next request may cost.
   *
   * @throws PurseEmpty when there is not that much
   */
  synchronized void putAside(double dollars) {
    if (spent + dollars > most) {
      throw new PurseEmpty(
          "the next request may cost %s, and of %s there is %s left"
              .formatted(
                  Verdict.dollars(dollars),
                  Verdict.dollars(most),
                  Verdict.dollars(Math.max(0, most - spent))));
    }
    aside = dollars;
  }

  /** Pays what the request did cost. */
  synchronized void pay(double dollars) {
    spent += dollars;
  }

  /** Nobody knows what the request did cost: it counts as all that was put aside. */
  synchronized void payUnknown() {
    spent += aside;
  }

  /**
   * Puts as much aside for another try.
   *
   * @throws PurseEmpty when there is not that much
   */
  synchronized void putAsideAgain() {
    putAside(aside);
  }
}
