package dev.recap.journal;

/** How a call came to its answer. */
public enum Standing {
  /** The tool ran and succeeded. */
  CONFIRMED,
  /** The tool ran and did not succeed; its idempotency key is free again. */
  FAILED,
  /** The tool ran and nobody knows whether it took effect. */
  UNKNOWN,
  /** Not executed: the effect stands already, and its receipt is the answer. */
  RECEIPT,
  /** Not executed: no such tool, wrong arguments, or a reply whose calls must not run. */
  REJECTED;

  /** Whether the tool ran. */
  public boolean executed() {
    return this == CONFIRMED || this == FAILED || this == UNKNOWN;
  }
}
