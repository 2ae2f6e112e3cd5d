package dev.recap.journal;

import java.util.Objects;

/**
 * The user, or a check of the caller's, said something.
 *
 * @param pinned whether this is the task, which stays in view verbatim whatever happens
 */
public record UserSaid(String text, boolean pinned) implements Entry {
  public UserSaid {
    Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a user message cannot be blank");
    }
  }
}
