package dev.recap.journal;

import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call is about to run: its idempotency key is reserved from here on.
 *
 * @param opening the work item it names, in the stretch in which it was made; null for none
 * @param part which part of the item an idempotent call sets, as canonical JSON of the arguments
 *     that its author marked as key; null for the item as a whole
 * @param at when it was first about to run
 */
public record Intended(
    String callId,
    String tool,
    Effect effect,
    IdempotencyKey key,
    @Nullable Opening opening,
    @Nullable String part,
    Instant at)
    implements Entry {

  /** The part of the item that it sets; empty for the item as a whole. */
  public Optional<String> knownPart() {
    return Optional.ofNullable(part);
  }

  /** The work item it names, in the stretch in which it was made. */
  public Optional<Opening> namedOpening() {
    return Optional.ofNullable(opening);
  }
}
