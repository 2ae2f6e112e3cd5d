package dev.recap.lab.faults;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Proposal;
import dev.recap.compaction.Proposal.Ask;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.compaction.Situation;
import dev.recap.compaction.Stage;
import dev.recap.context.HeadWriter;
import dev.recap.context.HeadWriter.Head;

/**
 * The control: the summary of everything, with the ledger's text between the task and the summary.
 * What it has over the summary alone is what the text is worth.
 */
final class LedgerSummary implements Stage {
  private final Stage summary = Compaction.summary(1).stages().getFirst();

  @Override
  public String name() {
    return "control";
  }

  @Override
  public boolean needsPressure() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    Proposal proposal = summary.propose(situation);
    return proposal instanceof Ask ask
        ? new Ask(
            ask.turnsStaying(),
            ask.instruction(),
            text -> withLedger(ask.rewrite().apply(text), situation))
        : proposal;
  }

  private static Rewrite withLedger(Rewrite plain, Situation situation) {
    Head head =
        new HeadWriter(situation.view(), situation.ledger())
            .without(plain.turnsLeft(), plain.head().blocks().getLast());
    return new Rewrite(head, plain.turnsLeft());
  }
}
