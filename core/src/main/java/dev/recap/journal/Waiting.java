package dev.recap.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call waits for a person's word from here on, whatever a later release would say about it.
 *
 * @param turn in which it was asked for
 * @param tool the tool it calls
 * @param arguments as canonical JSON: what is approved runs with these or not at all
 * @param expires when it is too late to say yes; null for never
 */
public record Waiting(
    int turn, String callId, String tool, String arguments, @Nullable Instant expires)
    implements Entry {
  /** Whether it is too late by now. */
  public boolean isOver(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
