package dev.recap.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run began.
 *
 * @param runId unique among all runs that use the same tools
 * @param prompt the fingerprint of what its thinking is bound to; null where that is not known
 */
public record RunStarted(String runId, Instant at, @Nullable String prompt) implements Entry {
  public RunStarted(String runId, Instant at) {
    this(runId, at, null);
  }
}
