package dev.recap.lab.faults;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.lab.scenario.OneConversation;
import dev.recap.lab.scenario.Strategy;
import dev.recap.lab.scenario.Strike;
import dev.recap.lab.scenario.Tutorial;
import dev.recap.lab.table.Choice;

/** A strategy that compactions are forced upon. */
public enum Contender implements Choice {
  /** The published automatic compaction with its faults. */
  TUTORIAL,
  /** The tutorial's compaction without its faults: task and summary, guard active. */
  SUMMARY,
  /** The same with the ledger's text beside the summary. */
  CONTROL,
  /** One stage alone. */
  FOLD,
  CLEAR_TOOL_RESULTS,
  SUMMARIZE,
  TRIM,
  /** The ladder. */
  RECAP;

  /** A threshold that no view reaches: compactions come by force alone. */
  private static final long NEVER = Long.MAX_VALUE;

  /** The strategy under these strikes. */
  public Strategy struck(Strike strike) {
    return this == TUTORIAL
        ? Tutorial.striking(strike)
        : OneConversation.striking(compaction(), strike);
  }

  private Compaction compaction() {
    Compaction ladder = Compaction.atTokens(NEVER);
    return switch (this) {
      case TUTORIAL -> Compaction.none();
      case SUMMARY -> Compaction.summary(NEVER);
      case CONTROL -> Compaction.summary(NEVER).record(true);
      case FOLD -> ladder.stages(new Fold());
      case CLEAR_TOOL_RESULTS -> ladder.stages(new ClearToolResults());
      case TRIM -> ladder.stages(new Trim());
      case SUMMARIZE -> ladder.stages(new Summarize());
      case RECAP -> ladder;
    };
  }

  /** Whether the summarizer makes a difference. */
  boolean asksAModel() {
    return switch (this) {
      case FOLD, CLEAR_TOOL_RESULTS, TRIM -> false;
      case TUTORIAL, SUMMARY, CONTROL, SUMMARIZE, RECAP -> true;
    };
  }

  /**
   * Whether the library promises that nothing goes wrong, so that a cell in which it does fails.
   */
  boolean promised() {
    return this == RECAP;
  }

  /** Whether it puts summaries beside the record: each group of cells must show it doing so. */
  public boolean mustAsk() {
    return this == RECAP || this == SUMMARIZE;
  }

  /**
   * The strategy of that name.
   *
   * @throws IllegalArgumentException naming the ones there are
   */
  public static Contender parse(String name) {
    return Choice.of("strategy", name, values());
  }
}
