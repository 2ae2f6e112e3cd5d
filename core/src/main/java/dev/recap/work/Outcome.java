package dev.recap.work;

/** What is known of an effect after its call. */
public enum Outcome {
  /** It happened, and the tool said so. */
  CONFIRMED,
  /** It did not happen: the same effect may be tried again. */
  FAILED,
  /** Nobody knows: it may have happened, and must not be tried again blindly. */
  UNKNOWN
}
