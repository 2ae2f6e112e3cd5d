package dev.recap.desk.connect;

/** The other desk could not be asked, or did not say what was expected; the message says which. */
public final class ZammadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ZammadException(String message) {
    super("Zammad " + message);
  }
}
