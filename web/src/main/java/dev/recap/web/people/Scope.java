package dev.recap.web.people;

import java.util.Locale;

/** What a program may do with a token, and never more than the person whose it is. */
public enum Scope {
  READ,
  WRITE;

  /** The name in the database and at the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The scope with a label.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Scope of(String label) {
    return switch (label) {
      case "read" -> READ;
      case "write" -> WRITE;
      default ->
          throw new IllegalArgumentException(
              "scope is '%s', but must be one of read, write".formatted(label));
    };
  }
}
