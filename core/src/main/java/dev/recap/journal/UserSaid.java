package dev.recap.journal;

/**
 * The user, or a check of the caller's, said something.
 *
 * @param pinned whether this is the task, which stays in view verbatim whatever happens
 */
public record UserSaid(String text, boolean pinned) implements Entry {
  public UserSaid {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a user message cannot be blank");
    }
  }
}
