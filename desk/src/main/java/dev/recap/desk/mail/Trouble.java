package dev.recap.desk.mail;

/** What went wrong, for pages and logs. */
public final class Trouble {
  private static final int DEEPEST = 20;

  private Trouble() {}

  /**
   * What the innermost cause says, on one line. The outer ones may quote what was being written,
   * and with it the words of customers.
   */
  public static String of(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return Outcomes.oneLine(
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message);
  }
}
