package dev.recap.compaction;

import dev.recap.compaction.Proposal.Ask;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.HeadWriter;
import dev.recap.context.Segment.TurnSegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tutorial's way: one summary of everything, and the view becomes the task and the summary. */
final class SummarizeAll implements Stage {
  private final String prompt;

  SummarizeAll(String prompt) {
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
      return new Nothing("there is no turn to summarize");
    }
    var writer = new HeadWriter(situation.view(), situation.ledger());
    return new Ask(
        Set.of(),
        prompt,
        text -> new Rewrite(writer.taskAnd(Notes.block(text, situation, List.of())), leaving));
  }
}
