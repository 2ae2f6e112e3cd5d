package dev.recap.web.hood;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shifts side by side, each with and without compaction.
 *
 * @param shifts the newest first
 */
public record HoodView(List<Compared> shifts) {

  /**
   * One shift, as its journals have it.
   *
   * @param prompts tokens that the model read, and those that it would have read if nothing had
   *     left the view: an estimate
   * @param dollars the same in money; null where no price is known
   * @param left tokens that compactions took out of the view
   */
  public record Compared(
      String id,
      String model,
      boolean simulated,
      String way,
      int turns,
      int compactions,
      long left,
      With prompts,
      @Nullable With dollars) {}

  /** A figure with compaction and the estimate without. */
  public record With(double now, double without) {
    /** How much of the figure without it was spent, in per cent; 100 where nothing was. */
    public long percent() {
      return without == 0 ? 100 : Math.round(100 * now / without);
    }
  }
}
