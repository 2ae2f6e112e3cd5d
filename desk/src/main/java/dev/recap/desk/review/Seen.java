package dev.recap.desk.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.desk.ticket.Ticket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What a person saw of a ticket before they decided: a decision about anything else is refused.
 *
 * @param revision the ticket's
 * @param draft a digest of the draft
 */
public record Seen(int revision, String draft) {

  /** What stands there now. */
  public static Seen of(Ticket ticket) {
    return new Seen(
        ticket.care().revision(),
        digest(Objects.requireNonNullElse(ticket.handling().draft(), "")));
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
