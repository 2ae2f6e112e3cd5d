package dev.recap.desk.mail;

import java.time.Instant;
import java.util.Objects;

/**
 * What was said about a ticket after it was made.
 *
 * @param ticket its number
 * @param author an address or a name
 * @param mailId the name that nothing else said has
 */
public record Said(int ticket, Kind kind, String author, String text, Instant at, String mailId) {

  /** Whose words they are. */
  public enum Kind {
    CUSTOMER("customer"),
    /** Somebody else's, to the desk. */
    STRANGER("customer"),
    /** A colleague's, to the customer. */
    REPLY("reply"),
    /** A colleague's, among ourselves. */
    NOTE("note");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  public Said {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(mailId, "mailId");
    if (text.isBlank()) {
      throw new IllegalArgumentException("what was said has no text");
    }
  }
}
