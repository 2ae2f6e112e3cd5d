package dev.recap.journal;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The view was rewritten: this head stands for the turns that left, and stubs for the results that
 * were cleared.
 *
 * @param stage the name of the stage that proposed it
 * @param head the whole new head, as the model will see it
 * @param rollUp what the head's counts were made of
 * @param turnsLeft numbers of the turns that are no longer in the view
 * @param report what it was worth
 * @param cleared results of turns that stay; none in journals that know no such thing
 */
public record Compacted(
    String stage,
    List<HeadBlock> head,
    RollUp rollUp,
    Set<Integer> turnsLeft,
    Report report,
    List<Cleared> cleared)
    implements Entry {

  /**
   * What a compaction was worth.
   *
   * @param tokensBefore of the next prompt, estimated
   * @param tokensAfter of the next prompt, estimated the same way
   * @param dollarsSaved over the turns expected to come, a summary call paid for; below 0 where it
   *     costs more than it saves; null where prices or growth are not known
   */
  public record Report(
      long tokensBefore,
      long tokensAfter,
      int messagesBefore,
      int messagesAfter,
      @Nullable Double dollarsSaved) {

    /** One without money. */
    public Report(long tokensBefore, long tokensAfter, int messagesBefore, int messagesAfter) {
      this(tokensBefore, tokensAfter, messagesBefore, messagesAfter, null);
    }

    /** Dollars saved over the turns expected to come, where that is known. */
    public Optional<Double> knownDollarsSaved() {
      return Optional.ofNullable(dollarsSaved);
    }
  }

  public Compacted(
      String stage,
      List<HeadBlock> head,
      RollUp rollUp,
      Set<Integer> turnsLeft,
      Report report,
      @Nullable List<Cleared> cleared) {
    this.stage = Objects.requireNonNull(stage, "stage");
    this.head = List.copyOf(head);
    this.rollUp = Objects.requireNonNull(rollUp, "rollUp");
    // Sorted, so that the same compaction is always the same line of a journal.
    this.turnsLeft = Collections.unmodifiableSet(new TreeSet<>(turnsLeft));
    this.report = Objects.requireNonNull(report, "report");
    this.cleared = cleared == null ? List.of() : List.copyOf(cleared);
  }

  /** A rewrite that cleared nothing. */
  public Compacted(
      String stage, List<HeadBlock> head, RollUp rollUp, Set<Integer> turnsLeft, Report report) {
    this(stage, head, rollUp, turnsLeft, report, List.of());
  }
}
