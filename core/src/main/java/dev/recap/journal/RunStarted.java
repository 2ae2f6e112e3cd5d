package dev.recap.journal;

import java.time.Instant;

/**
 * A run began.
 *
 * @param runId unique among all runs that use the same tools
 */
public record RunStarted(String runId, Instant at) implements Entry {}
