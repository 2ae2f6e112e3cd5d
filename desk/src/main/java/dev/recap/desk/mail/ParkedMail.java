package dev.recap.desk.mail;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail that no ticket is made of unless a person says so.
 *
 * @param ticket the number of the ticket it speaks of; null for none
 * @param sender may be empty
 * @param text with its quotes; empty where it could not be read
 * @param reason why it is parked
 * @param at when the server received it
 * @param kept whether it can still be made a ticket; otherwise it is in the mailbox only
 * @param releasedBy who made a ticket of it; null for nobody
 */
public record ParkedMail(
    long id,
    @Nullable Integer ticket,
    String sender,
    String subject,
    String text,
    String reason,
    Instant at,
    boolean kept,
    @Nullable String releasedBy) {
  public ParkedMail {
    Objects.requireNonNull(at, "at");
  }
}
