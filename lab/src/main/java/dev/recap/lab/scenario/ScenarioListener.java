package dev.recap.lab.scenario;

import dev.recap.anthropic.Exchange;
import dev.recap.journal.Entry;
import dev.recap.lab.report.RunReport;

/** Watches a scenario while it plays, on the playing thread. */
public interface ScenarioListener {

  /** A listener that does not care. */
  ScenarioListener SILENT = new ScenarioListener() {};

  default void runStarted(StrategyName strategy) {}

  /** A run is over, finished or not. */
  default void runEnded(RunReport run) {}

  /** A request went out and was answered, or not; retries and summary requests included. */
  default void exchange(Exchange exchange) {}

  /** A conversation of the library went on record; not those of other loops. */
  default void appended(Entry entry) {}

  default void turn(PlayedTurn turn) {}

  default void compaction(PlayedCompaction compaction) {}

  default void decision(PlayedDecision decision) {}

  /**
   * A ticket may have been completed.
   *
   * @param completed tickets so far in this run
   */
  default void progress(int completed, int total) {}
}
