package dev.recap.lab.scenario;

import dev.recap.lab.table.Choice;

/** What is done about the growing conversation. */
public enum StrategyName implements Choice {
  /** Nothing: every turn sends everything again. */
  BASELINE("without compaction"),
  /** The published automatic compaction with its faults. */
  TUTORIAL("the published compaction, with its faults"),
  /** The tutorial's compaction without its faults. */
  SUMMARY("the tutorial's compaction, repaired"),
  /** The ladder. */
  RECAP("with Recap's compaction"),
  /** The ladder, and a tool that gives the originals of what it dropped. */
  RECALL("with Recap's compaction and recall"),
  /** A new conversation for each ticket: the floor. */
  PER_TICKET("a conversation for each ticket");

  private final String words;

  StrategyName(String words) {
    this.words = words;
  }

  /** What it does, in a few words. */
  public String words() {
    return words;
  }

  /**
   * The strategy with this label.
   *
   * @throws IllegalArgumentException naming the labels there are
   */
  public static StrategyName of(String label) {
    return Choice.of("run", label, values());
  }
}
