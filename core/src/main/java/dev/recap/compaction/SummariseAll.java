package dev.recap.compaction;

import dev.recap.compaction.Proposal.AskForNotes;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.HeadWriter;
import dev.recap.context.Segment.TurnSegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tutorial's way: one summary of everything, and the view becomes the task and the summary. */
final class SummariseAll implements Stage {
  private final String prompt;

  SummariseAll(String prompt) {
    this.prompt = prompt;
  }

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public boolean needsPressure() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    Set<Integer> leaving = new LinkedHashSet<>();
    situation.view().turns().stream().map(TurnSegment::turn).forEach(leaving::add);
    if (leaving.isEmpty()) {
      return new Nothing("there is no turn to summarise");
    }
    var writer = new HeadWriter(situation.view(), situation.ledger());
    return new AskForNotes(
        Set.of(),
        prompt,
        text -> new Rewrite(writer.taskAnd(Notes.block(text, situation, List.of())), leaving));
  }
}
