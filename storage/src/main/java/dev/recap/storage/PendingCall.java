package dev.recap.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for a person's word, in one conversation among many.
 *
 * @param revision the sequence of the entry by which it waits: what is decided is decided about
 *     this and nothing later
 * @param arguments as canonical JSON: what is approved runs with these or not at all
 * @param expires when it is too late to say yes; null for never
 */
public record PendingCall(
    String conversation,
    String callId,
    long revision,
    String tool,
    String arguments,
    @Nullable Instant expires) {

  /** When it is too late to say yes; empty for never. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(expires);
  }
}
