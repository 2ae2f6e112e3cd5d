package dev.recap.compaction;

import dev.recap.compaction.Proposal.Ask;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.HeadWriter;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.work.Opening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model writes a summary of the open items; the record keeps the closed ones and says what was
 * done for the open ones. The last turn stays verbatim, because no reply has seen its results yet,
 * except where it carries signed thinking, which does not survive a changed prefix.
 */
public final class Summarize implements Stage {
  private final @Nullable String prompt;

  public Summarize() {
    this(null);
  }

  /** Asks in the caller's words. */
  public Summarize(@Nullable String prompt) {
    this.prompt = prompt;
  }

  @Override
  public String name() {
    return "summarize";
  }

  @Override
  public boolean needsPressure() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<TurnSegment> turns = situation.view().turns();
    Set<Integer> staying = staying(turns);
    Set<Integer> leaving = new LinkedHashSet<>();
    turns.stream().map(TurnSegment::turn).filter(t -> !staying.contains(t)).forEach(leaving::add);
    if (leaving.isEmpty()) {
      return new Nothing("there is no turn before the last one");
    }
    List<Opening> open = situation.ledger().open();
    var writer = new HeadWriter(situation.view(), situation.ledger());
    return new Ask(
        staying,
        prompt == null ? SummaryPrompt.forOpen(open) : prompt,
        text -> new Rewrite(writer.without(leaving, Notes.block(text, situation, open)), leaving));
  }

  private static Set<Integer> staying(List<TurnSegment> turns) {
    return turns.isEmpty() || turns.getLast().hasThinking()
        ? Set.of()
        : Set.of(turns.getLast().turn());
  }
}
