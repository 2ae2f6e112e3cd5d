package dev.recap.agent;

import dev.recap.journal.Entry;

/**
 * Hears what happens in a run, on the run's own thread. What it throws is logged and changes
 * nothing.
 */
@FunctionalInterface
public interface RunListener {

  /** An entry is on record, as durable as the journal makes it. */
  void appended(String runId, Entry entry);

  /** The run ended, or {@link RunResult#pauses}. */
  default void ended(String runId, RunResult result) {}
}
