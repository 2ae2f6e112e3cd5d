package dev.recap.agent;

import dev.recap.journal.Entry;

/**
 * Sees every entry right after it was appended to the journal, on the run's own thread. What it
 * throws ends the run.
 */
@FunctionalInterface
public interface RunListener {

  void appended(Entry entry);
}
