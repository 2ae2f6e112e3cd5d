package dev.recap.journal;

import dev.recap.work.Effect;
import dev.recap.work.EffectKey;
import dev.recap.work.Opening;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call is about to run: its effect key is reserved from here on.
 *
 * @param opening the work item it names, in the stretch in which it was made; null for none
 */
public record Intended(
    String callId, String tool, Effect effect, EffectKey key, @Nullable Opening opening)
    implements Entry {
  public Intended {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(key, "key");
  }

  /** The work item it names, in the stretch in which it was made. */
  public Optional<Opening> namedOpening() {
    return Optional.ofNullable(opening);
  }
}
