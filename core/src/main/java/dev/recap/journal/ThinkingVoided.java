package dev.recap.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The thinking in the view stands behind another prompt than the one it was signed for. It leaves,
 * for good; what is thought afterwards stays.
 *
 * @param cause how that came to light
 * @param prompt the fingerprint of the new prompt; null unless that was the cause
 */
public record ThinkingVoided(Cause cause, @Nullable String prompt) implements Entry {

  /** How it came to light. */
  public enum Cause {
    /** The run goes on with another model, other instructions or other tools. */
    ANOTHER_PROMPT,
    /** The provider refused it. From here on it is asked to pass over such thinking. */
    REFUSED,
    /**
     * The provider refused the newest reply without its thinking. That is sent with the thinking it
     * came with, from here on whenever thinking leaves, until the next reply.
     */
    WANTED_BACK
  }

  public ThinkingVoided {
    Objects.requireNonNull(cause, "cause");
    if ((cause == Cause.ANOTHER_PROMPT) != (prompt != null)) {
      throw new IllegalArgumentException(
          "a fingerprint belongs to another prompt, but was %s for %s".formatted(prompt, cause));
    }
  }
}
