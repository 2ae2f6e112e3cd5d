package dev.recap.lab.scenario;

/** Before which turns a compaction is forced, whatever the view's size. */
@FunctionalInterface
public interface Strike {

  /** Whether it strikes before the turn with this number, from 1. */
  boolean before(int turn);

  static Strike never() {
    return turn -> false;
  }

  static Strike beforeEveryTurn() {
    return turn -> true;
  }

  static Strike onceBefore(int struck) {
    if (struck < 1) {
      throw new IllegalArgumentException("turns are counted from 1, but was " + struck);
    }
    return turn -> turn == struck;
  }
}
