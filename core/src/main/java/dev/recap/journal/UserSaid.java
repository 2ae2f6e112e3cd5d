package dev.recap.journal;

import dev.recap.conversation.Media;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user, or a check of the caller's, said something.
 *
 * @param pinned whether this is the task, whose text stays in view verbatim whatever happens
 * @param shown images and documents beside the text; null for none
 */
public record UserSaid(String text, boolean pinned, @Nullable List<Media> shown) implements Entry {
  public UserSaid {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a user message cannot be blank");
    }
    shown = shown == null || shown.isEmpty() ? null : List.copyOf(shown);
  }

  /** Text alone. */
  public UserSaid(String text, boolean pinned) {
    this(text, pinned, null);
  }

  /** Images and documents beside the text. */
  public List<Media> media() {
    return shown == null ? List.of() : shown;
  }
}
