package dev.recap.lab.replay;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.lab.table.Choice;
import java.util.Optional;

/** What stays in view. */
public enum Policy implements Choice {
  /** Everything. */
  NONE("none"),
  /** The last turns, as many in each request, and the most with which none is over the budget. */
  KEEP_LAST("keep-last"),
  /** As many of the last turns as fit the budget. */
  TRUNCATE("truncate"),
  /** In batches from the budget on, the newest three results; a placeholder for the others. */
  KEEP_RESULTS("keep-results"),
  /** Our fold alone. */
  FOLD("fold"),
  /** Our clearing of tool results alone. */
  CLEAR_TOOL_RESULTS("clear-tool-results"),
  /** Our trim alone. */
  TRIM("trim"),
  /** The same, then our trim. */
  CLEAR_TOOL_RESULTS_TRIM("clear-tool-results+trim"),
  /** Our standard ladder without its summary: no model is asked. */
  RECAP("recap"),
  /** Our standard ladder, its summary a stand-in that says nothing. */
  RECAP_SUMMARY("recap+summary"),
  /** The same, with summaries that models wrote. */
  RECAP_REAL_SUMMARY("recap+real-summary"),
  /**
   * The fewest last turns with which the prompts have no fewer tokens than under {@link #RECAP}.
   */
  KEEP_LAST_EQUAL("keep-last="),
  /** The last turns within the budget that does the same. */
  TRUNCATE_EQUAL("truncate="),
  /** The same batches from the size on that does the same. */
  KEEP_RESULTS_EQUAL("keep-results=");

  private final String label;

  Policy(String label) {
    this.label = label;
  }

  /** Its name on the command line and in results. */
  @Override
  public String label() {
    return label;
  }

  /**
   * The policy with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Policy of(String label) {
    return Choice.of("policy", label, values());
  }

  /** How one of ours compacts under this budget; empty for the others. */
  Optional<Compaction> compaction(long budget) {
    Compaction ladder = Compaction.atTokens(budget);
    return switch (this) {
      case FOLD -> Optional.of(ladder.stages(new Fold()));
      case CLEAR_TOOL_RESULTS -> Optional.of(ladder.stages(new ClearToolResults()));
      case TRIM -> Optional.of(ladder.stages(new Trim()));
      case CLEAR_TOOL_RESULTS_TRIM ->
          Optional.of(ladder.stages(new ClearToolResults(), new Trim()));
      case RECAP -> Optional.of(ladder.stages(withoutModel(ladder)));
      case RECAP_SUMMARY, RECAP_REAL_SUMMARY -> Optional.of(ladder);
      case NONE,
          KEEP_LAST,
          TRUNCATE,
          KEEP_RESULTS,
          KEEP_LAST_EQUAL,
          TRUNCATE_EQUAL,
          KEEP_RESULTS_EQUAL ->
          Optional.empty();
    };
  }

  private static Stage[] withoutModel(Compaction ladder) {
    return ladder.stages().stream()
        .filter(stage -> !(stage instanceof Summarize))
        .toArray(Stage[]::new);
  }
}
