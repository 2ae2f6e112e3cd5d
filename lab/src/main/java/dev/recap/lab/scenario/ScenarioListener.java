package dev.recap.lab.scenario;

/** Watches a scenario while it plays, on the playing thread. */
public interface ScenarioListener {

  /** A listener that does not care. */
  ScenarioListener SILENT = new ScenarioListener() {};

  default void runStarted(StrategyName strategy) {}

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
