package dev.recap.desk.mail;

import java.util.Objects;

/**
 * What a customer gets: to one address, as plain text.
 *
 * @param recipient one address without a name, see {@link MailAddress#checked}; empty where the way
 *     needs none
 * @param subject one line, at most 500 characters
 * @param text at most 200,000 characters
 */
public record Letter(String recipient, String subject, String text) {
  private static final int MAX_SUBJECT = 500;
  private static final int MAX_TEXT = 200_000;

  /**
   * Checks that neither recipient nor subject can add a header line.
   *
   * @throws IllegalArgumentException naming the field
   */
  public Letter {
    Objects.requireNonNull(text, "text");
    if (!recipient.isEmpty()) {
      recipient = MailAddress.checked("recipient", recipient);
    }
    if (subject.isBlank() || subject.length() > MAX_SUBJECT) {
      throw new IllegalArgumentException(
          "subject has %d characters, but 1 to %d that are not all blank were expected"
              .formatted(subject.length(), MAX_SUBJECT));
    }
    int control = firstControl(subject);
    if (control >= 0) {
      throw new IllegalArgumentException(
          "subject has the control character U+%04X, but one line of text was expected"
              .formatted(control));
    }
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text has %,d characters, but 1 to %,d that are not all blank were expected"
              .formatted(text.length(), MAX_TEXT));
    }
  }

  private static int firstControl(String line) {
    return line.codePoints()
        .filter(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')
        .findFirst()
        .orElse(-1);
  }
}
