package dev.recap.journal;

import dev.recap.conversation.Usage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary was asked for. Its tokens count whether or not it was used.
 *
 * @param text what the model wrote; empty when nothing came back
 * @param rejected why it was not used; null when it was
 */
public record NotesAsked(
    long tokensInView, String text, @Nullable String rejected, Usage usage, Duration took)
    implements Entry {
  public NotesAsked {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(took, "took");
  }

  public boolean adopted() {
    return rejected == null;
  }

  /** Why it was not used. */
  public Optional<String> rejection() {
    return Optional.ofNullable(rejected);
  }
}
