package dev.recap.desk.ticket;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote, before anybody looked at it: no category, no priority, no team.
 *
 * @param externalId the name that another system gave it; null when it has none
 */
public record NewTicket(
    Customer customer,
    String subject,
    String description,
    Instant createdAt,
    @Nullable String externalId) {
  private static final int SUBJECT_FROM_DESCRIPTION = 60;

  public NewTicket {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(createdAt, "createdAt");
    if (description.isBlank()) {
      throw new IllegalArgumentException("a ticket needs a description, but it was blank");
    }
    if (subject.isBlank()) {
      subject = firstCharacters(description);
    }
  }

  /** The first 60 characters on one line, never half of a surrogate pair. */
  private static String firstCharacters(String description) {
    String line = description.strip().replaceAll("\\s+", " ");
    if (line.length() <= SUBJECT_FROM_DESCRIPTION) {
      return line;
    }
    boolean splitsPair = Character.isHighSurrogate(line.charAt(SUBJECT_FROM_DESCRIPTION - 1));
    return line.substring(0, SUBJECT_FROM_DESCRIPTION - (splitsPair ? 1 : 0)).strip();
  }
}
