package dev.recap.journal;

import dev.recap.conversation.Opaque;
import dev.recap.conversation.Usage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary was asked for. Its tokens count whether or not it was used.
 *
 * @param written what came back
 * @param rejected why it was not used; null when it was
 * @param writer the name of the model that wrote it; null for the agent's own
 */
public record SummaryAsked(
    long tokensInView,
    Written written,
    @Nullable String rejected,
    Usage usage,
    Duration took,
    @Nullable String writer)
    implements Entry {
  /**
   * A summary.
   *
   * @param text as the model wrote it; empty when nothing came back
   * @param block a provider's own block that stands for what it replaces; null for a text
   */
  public record Written(String text, @Nullable Opaque block) {
    public static final Written NOTHING = new Written("", null);

    public boolean isEmpty() {
      return text.isBlank() && block == null;
    }
  }

  public boolean adopted() {
    return rejected == null;
  }

  /** Why it was not used. */
  public Optional<String> rejection() {
    return Optional.ofNullable(rejected);
  }

  /** The name of another model than the agent's own, by whose prices the usage counts. */
  public Optional<String> otherWriter() {
    return Optional.ofNullable(writer);
  }
}
