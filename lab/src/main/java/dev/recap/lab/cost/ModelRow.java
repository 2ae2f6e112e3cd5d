package dev.recap.lab.cost;

/**
 * One queue on one model: US dollars without compaction, with a fold at each closing, with folds
 * from three times the cacheable minimum on, where the cost law has its optimum, and with what the
 * library does by itself.
 *
 * @param overBest the share by which that is above the best of the others
 */
public record ModelRow(
    String model,
    int tickets,
    int minimum,
    double none,
    double atEachClosing,
    double fromThreeMinimums,
    double costLaw,
    double standard,
    double overBest) {

  /** Whether the default loses: more than 5 % above the best, or more than no compaction. */
  public boolean loses() {
    return overBest > 0.05 || standard > none * 1.0001;
  }
}
