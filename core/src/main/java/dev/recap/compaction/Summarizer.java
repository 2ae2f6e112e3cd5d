package dev.recap.compaction;

import dev.recap.model.Model;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes summaries, and what is kept from it.
 *
 * @param model null for the agent's own
 */
public record Summarizer(@Nullable Model model, Redaction redaction) {
  /** The agent's own model, which sees everything. */
  public static final Summarizer OWN = new Summarizer(null, Redaction.NONE);

  public Summarizer {
    Objects.requireNonNull(redaction, "redaction");
  }

  /** Another model than the agent's. */
  public Optional<Model> other() {
    return Optional.ofNullable(model);
  }
}
