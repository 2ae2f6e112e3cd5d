package dev.recap.lab.cost;

import dev.recap.lab.scenario.StrategyName;
import java.util.Locale;

/** A way to pay for a long conversation, as the table has it. */
enum Way {
  /** Never compacted. */
  NONE(StrategyName.BASELINE),
  /** The published compaction with its faults, at its threshold of 5,000. */
  TUTORIAL(StrategyName.TUTORIAL),
  /** A summary that speaks of every ticket and grows with them, at its best threshold. */
  SUMMARY(StrategyName.SUMMARY),
  /** A summary asked for in at most 570 tokens, at its best threshold. */
  SUMMARY_570(StrategyName.SUMMARY),
  /** The ladder, of which these queues only ever need the fold. */
  FOLD(StrategyName.RECAP),
  /** A new conversation for each ticket. */
  FRESH(StrategyName.FRESH);

  private final StrategyName strategy;

  Way(StrategyName strategy) {
    this.strategy = strategy;
  }

  StrategyName strategy() {
    return strategy;
  }

  /** Its name in tables. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
