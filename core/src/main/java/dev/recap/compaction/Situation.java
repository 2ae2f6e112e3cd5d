package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.ledger.Ledger;
import java.util.Objects;

/**
 * What a stage decides on.
 *
 * @param goalTokens estimated tokens that the view should have at most afterwards; 0 for as few as
 *     can be
 * @param recall whether the model has a tool named {@code recall} that returns what was dropped
 */
public record Situation(ContextView view, Ledger ledger, long goalTokens, boolean recall) {
  /** The name of the tool that returns what was dropped. */
  static final String RECALL = "recall";

  public Situation {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(ledger, "ledger");
    if (goalTokens < 0) {
      throw new IllegalArgumentException("goal must be 0 tokens or more, but was " + goalTokens);
    }
  }

  /** One in which the view should become as short as can be, and nothing can be recalled. */
  public Situation(ContextView view, Ledger ledger) {
    this(view, ledger, 0, false);
  }
}
