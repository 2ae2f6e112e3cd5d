package dev.recap.desk.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply that a person approved.
 *
 * @param ticket the number of the ticket it answers
 * @param decision the approval it was released by; null for none on record
 * @param simulated whether the draft was made by the simulated model: such a one is refused
 */
public record OutgoingMail(
    int ticket, @Nullable Integer decision, Letter letter, Way way, boolean simulated) {
  public OutgoingMail {
    Objects.requireNonNull(way, "way");
    if (letter.recipient().isEmpty() && way != Way.NOTE) {
      throw new IllegalArgumentException(
          "recipient was empty, but by way of '%s' an address was expected".formatted(way.label()));
    }
  }
}
