package dev.recap.compaction;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.context.ContextView.Call;
import dev.recap.context.ContextView.Turn;
import dev.recap.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns whose every call belongs to a closed work item leave; ledger lines stand for them. Exact
 * and free of charge.
 *
 * <p>The closing turn leaves at once. A result that was given after the closing stays until a reply
 * has seen it: otherwise the same request would come again, for ever.
 */
public final class Fold implements Stage {
  /** Has nothing to set. */
  public Fold() {}

  @Override
  public String name() {
    return "fold";
  }

  @Override
  public boolean needsPressure() {
    return false;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<? extends Turn> turns = situation.view().turns();
    List<Integer> leaving = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      boolean last = i == turns.size() - 1;
      if (isFinished(turn, situation.ledger()) && !(last && isAnsweredAfterClosing(turn))) {
        leaving.add(turn.number());
      }
    }
    return leaving.isEmpty()
        ? Proposal.nothing("no turn belongs to closed items alone")
        : Proposal.leave(leaving);
  }

  private static boolean isFinished(Turn turn, Ledger ledger) {
    for (Call call : turn.calls()) {
      if (!ledger.areClosed(call.belongsTo())) {
        return false;
      }
    }
    return !turn.calls().isEmpty();
  }

  private static boolean isAnsweredAfterClosing(Turn turn) {
    return turn.calls().stream().anyMatch(Call::isAfterClosing);
  }
}
