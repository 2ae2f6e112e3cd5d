package dev.recap.compaction;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.context.ContextView.Turn;
import java.util.List;

/**
 * The oldest turns leave, no more of them than the goal needs; the head says from the ledger what
 * they did, and names keys in what they were told. The last resort: it asks no model, and the rest
 * of what was only read is gone.
 *
 * <p>The last turn stays, because no reply has seen its results yet. Where the goal is out of reach
 * even so, it is trimmed for only once that relieves a lot: a new prefix turn after turn costs the
 * cache and the model's memory.
 */
public final class Trim implements Stage {
  /** Has nothing to set. */
  public Trim() {}

  @Override
  public String name() {
    return "trim";
  }

  @Override
  public Proposal propose(Situation situation) {
    List<? extends Turn> turns = situation.view().turns();
    return turns.size() < 2
        ? Proposal.nothing("no turn before the last one can leave")
        : Proposal.leaveToTheGoal(
            turns.stream().limit(turns.size() - 1L).map(Turn::number).toList());
  }
}
