package dev.recap.simulator;

/** Which model's rules and sizes the server goes by. */
public enum Likeness {
  /**
   * Sizes as recorded with models before Opus 4.7, thinking where it is asked for, for any name.
   */
  RECORDED,
  /** What is known of the model that a request names; a name that is not known is as recorded. */
  BY_NAME,
  /** The same, and an open tool round is refused where all its thinking was left out. */
  BY_NAME_STRICT;

  boolean byName() {
    return this != RECORDED;
  }

  boolean wantsOpenRounds() {
    return this == BY_NAME_STRICT;
  }
}
