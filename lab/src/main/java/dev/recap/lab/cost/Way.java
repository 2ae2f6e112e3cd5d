package dev.recap.lab.cost;

import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.table.Choice;

/** A way to pay for a long conversation, as the table has it. */
enum Way implements Choice {
  /** Never compacted. */
  NONE(StrategyName.BASELINE, "#6b7280"),
  /** The published compaction with its faults, at its threshold of 5,000. */
  TUTORIAL(StrategyName.TUTORIAL, "#b45309"),
  /** A summary that speaks of every ticket and grows with them, at its best threshold. */
  SUMMARY(StrategyName.SUMMARY, "#9333ea"),
  /** A summary asked for in at most 570 tokens, at its best threshold. */
  SUMMARY_570(StrategyName.SUMMARY, "#2563eb"),
  /** The ladder, of which these queues only ever need the fold. */
  FOLD(StrategyName.RECAP, "#15803d"),
  /** A new conversation for each ticket. */
  PER_TICKET(StrategyName.PER_TICKET, "#0f172a");

  private final StrategyName strategy;
  private final String colour;

  Way(StrategyName strategy, String colour) {
    this.strategy = strategy;
    this.colour = colour;
  }

  StrategyName strategy() {
    return strategy;
  }

  /** Of its line in the chart. */
  String colour() {
    return colour;
  }
}
