package dev.recap.work;

/** What a call of a tool does to the world. */
public enum Effect {
  /** Changes nothing: may be repeated and dropped freely. */
  READ_ONLY,
  /** Same arguments, same state: executes whenever asked while its work item is open. */
  IDEMPOTENT,
  /** Happens at most once per idempotency key; a repeat is answered with the receipt. */
  ONCE,
  /** Nothing is known: treated as changing, run in call order, never retried or cleared. */
  UNDECLARED;

  /** Whether a call may leave a mark on the world. */
  public boolean changes() {
    return this != READ_ONLY;
  }
}
