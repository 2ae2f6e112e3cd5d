package dev.recap.simulator;

/** Whom the simulator agent believes where a record and a summary disagree. */
public enum Trust {
  /** Whom the text says is right; where it says nothing, what was said last. */
  TEXT,
  /** The ledger, whatever the text says. */
  LEDGER,
  /** The summary, whatever the text says; results of calls in view override both. */
  SUMMARY;

  /**
   * The trust of that name, in any case.
   *
   * @throws IllegalArgumentException naming the value and the accepted ones
   */
  public static Trust parse(String name) {
    return WireName.parse("trust", name, values());
  }
}
