package dev.recap.desk.mail;

/** How a connection to a mail server is protected. */
public enum Security {
  /** Encrypted from the first byte. */
  TLS,
  /** Encrypted before anything is said that matters, or not used. */
  STARTTLS,
  /** Not at all: only to a server on this machine. */
  NONE;

  /** The name in settings. */
  public String label() {
    return Labels.of(this);
  }
}
