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
 * @param writer the name of the model that wrote it; null for the agent's own
 */
public record SummaryAsked(
    long tokensInView,
    String text,
    @Nullable String rejected,
    Usage usage,
    Duration took,
    @Nullable String writer)
    implements Entry {
  public SummaryAsked {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(took, "took");
  }

  /** Asked of the agent's own model. */
  public SummaryAsked(
      long tokensInView, String text, @Nullable String rejected, Usage usage, Duration took) {
    this(tokensInView, text, rejected, usage, took, null);
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
