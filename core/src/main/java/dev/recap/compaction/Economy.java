package dev.recap.compaction;

import java.util.Objects;

/** What is weighed before a compaction, and over how many turns. */
public record Economy(Forecast forecast, Gate gate) {
  /** As long again as so far, and the standard gate. */
  public static final Economy STANDARD = new Economy(Forecast.asLongAgain(), Gate.STANDARD);

  /** Which stages have to pay over the expected turns, unless the window forces them. */
  public enum Gate {
    /** None. */
    OFF,
    /** Clearing; and folding where the head is too short to be cached. */
    STANDARD,
    /** Every stage. */
    EVERY_STAGE
  }

  public Economy {
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(gate, "gate");
  }
}
