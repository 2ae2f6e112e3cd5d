package dev.recap.desk.mail;

/** What is known of a reply on its way. */
public enum OutboxState {
  /** Can still be withdrawn. */
  WAITING,
  /** The dialogue with the other side may have begun. */
  SENDING,
  /** The other side has taken it. */
  SENT,
  /** It may have been taken, and nobody here knows; a person finds out. */
  UNKNOWN,
  /** The other side has not taken it. */
  FAILED,
  /** Undone before anything was sent. */
  WITHDRAWN;

  /** The name in the database. */
  public String label() {
    return Labels.of(this);
  }

  /**
   * The value with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static OutboxState of(String label) {
    return Labels.find(OutboxState.class, "state", label);
  }
}
