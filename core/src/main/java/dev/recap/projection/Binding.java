package dev.recap.projection;

import dev.recap.journal.ThinkingVoided;
import dev.recap.model.ModelProfile.Thinking;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the thinking in a view is bound to, and what its provider has said of it.
 *
 * @param prompt the fingerprint of model, instructions and tools; null while it is not known
 * @param wasRefused whether thinking was refused before
 * @param wantsNewest whether the newest reply is refused without its thinking, as long as its calls
 *     are being answered
 */
record Binding(@Nullable String prompt, boolean wasRefused, boolean wantsNewest) {
  /** Of a conversation of which nothing is known but the kind of thinking. */
  static Binding of(Thinking kind) {
    return new Binding(null, false, kind == Thinking.REQUIRED);
  }

  Binding to(@Nullable String other) {
    return other == null ? this : new Binding(other, wasRefused, wantsNewest);
  }

  Binding after(ThinkingVoided voided) {
    return switch (voided.cause()) {
      case ANOTHER_PROMPT -> to(voided.prompt());
      case REFUSED -> new Binding(prompt, true, wantsNewest);
      case WANTED_BACK -> new Binding(prompt, true, true);
    };
  }

  /** Whether it is known that thinking was signed for another prompt. */
  boolean isAnother(@Nullable String other) {
    return prompt != null && other != null && !Objects.equals(prompt, other);
  }
}
