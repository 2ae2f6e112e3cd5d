package dev.recap.journal;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The view was rewritten: this head stands for the turns that left.
 *
 * @param stage the name of the stage that proposed it
 * @param head the whole new head, as the model will see it
 * @param rollUp what the head's counts were made of
 * @param turnsLeft numbers of the turns that are no longer in the view
 * @param report what it was worth
 */
public record Compacted(
    String stage, List<HeadBlock> head, RollUp rollUp, Set<Integer> turnsLeft, Report report)
    implements Entry {

  /**
   * What a compaction was worth.
   *
   * @param tokensBefore of the next prompt, estimated
   * @param tokensAfter of the next prompt, estimated the same way
   */
  public record Report(
      long tokensBefore, long tokensAfter, int messagesBefore, int messagesAfter) {}

  public Compacted {
    Objects.requireNonNull(stage, "stage");
    head = List.copyOf(head);
    Objects.requireNonNull(rollUp, "rollUp");
    // Sorted, so that the same compaction is always the same line of a journal.
    turnsLeft = Collections.unmodifiableSet(new TreeSet<>(turnsLeft));
    Objects.requireNonNull(report, "report");
  }
}
