package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.context.HeadWriter.Head;
import dev.recap.journal.Cleared;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What a stage would do. */
public sealed interface Proposal {

  /** Put this head in the place of these turns, and stubs in the place of these results. */
  record Rewrite(Head head, Set<Integer> turnsLeft, List<Cleared> cleared) implements Proposal {
    public Rewrite {
      Objects.requireNonNull(head, "head");
      turnsLeft = Set.copyOf(turnsLeft);
      cleared = List.copyOf(cleared);
    }

    /** One that clears nothing. */
    public Rewrite(Head head, Set<Integer> turnsLeft) {
      this(head, turnsLeft, List.of());
    }

    /** The view as it would be. */
    public ContextView of(ContextView view) {
      return view.rewritten(head.blocks(), turnsLeft, cleared);
    }
  }

  /**
   * Ask the model for a summary of the view up to a cut, and rewrite with what it wrote.
   *
   * @param turnsStaying the last turns, which stay verbatim and are not shown to the summarizer
   * @param instruction the block that asks
   * @param rewrite from the accepted text to the new view
   */
  record Ask(Set<Integer> turnsStaying, String instruction, Function<String, Rewrite> rewrite)
      implements Proposal {
    public Ask {
      turnsStaying = Set.copyOf(turnsStaying);
      Objects.requireNonNull(instruction, "instruction");
      Objects.requireNonNull(rewrite, "rewrite");
    }
  }

  /** Nothing can be gained here. */
  record Nothing(String reason) implements Proposal {
    public Nothing {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
