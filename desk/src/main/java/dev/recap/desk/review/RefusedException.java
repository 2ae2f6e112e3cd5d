package dev.recap.desk.review;

/** A person's wish that does not fit how things stand; nothing has changed. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why, for code. */
  public enum Reason {
    /** There is no such thing. */
    UNKNOWN,
    /** The customer has written since the draft was made or shown. */
    STALE,
    /** Somebody else changed it meanwhile. */
    CHANGED,
    /** Somebody else has it. */
    HELD,
    /** It is not where this can be done. */
    NOT_NOW,
    /** A value that cannot be. */
    VALUE
  }

  public RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A text that is there and not too long. */
  static String checked(String field, String text, int most) {
    if (text.isBlank()) {
      throw new RefusedException(
          Reason.VALUE,
          "%s is blank, but 1 to %,d characters were expected".formatted(field, most));
    }
    refuseLongerThan(most, field, text);
    return text;
  }

  static void refuseLongerThan(int most, String field, String text) {
    if (text.length() > most) {
      throw new RefusedException(
          Reason.VALUE,
          "%s has %,d characters, but at most %,d were expected"
              .formatted(field, text.length(), most));
    }
  }

  public Reason reason() {
    return reason;
  }
}
