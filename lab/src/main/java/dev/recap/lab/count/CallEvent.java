package dev.recap.lab.count;

/**
 * A call that went wrong.
 *
 * @param turn the turn that asked for it; 0 for an effect that nobody asked for
 * @param ticket the ticket it was about; empty when the run held none
 */
public record CallEvent(Kind kind, int turn, String tool, String ticket) {

  /** What went wrong. */
  public enum Kind {
    /** Asked for, but neither executed nor answered; or required, but absent at the end. */
    LOST,
    /** A once-only effect executed again under the same key. */
    REPEATED,
    /** An idempotent effect executed again although it stood: harmless and wasteful. */
    REDONE
  }
}
