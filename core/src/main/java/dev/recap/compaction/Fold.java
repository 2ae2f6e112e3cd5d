package dev.recap.compaction;

import dev.recap.context.HeadWriter;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.ledger.Ledger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns whose every call belongs to a closed work item leave; ledger lines stand for them. Exact
 * and free of charge.
 *
 * <p>The closing turn leaves at once. A result that was given after the closing stays until a reply
 * has seen it: otherwise the same request would come again, for ever. Nothing leaves while signed
 * thinking would be left standing behind the changed head.
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
    List<TurnSegment> turns = situation.view().turns();
    Set<Integer> leaving = new LinkedHashSet<>();
    for (TurnSegment turn : turns) {
      boolean last = turn.equals(turns.getLast());
      if (finished(turn, situation.ledger()) && !(last && answeredAfterClosing(turn))) {
        leaving.add(turn.turn());
      }
    }
    if (leaving.isEmpty()) {
      return new Proposal.Nothing("no turn belongs to closed items alone");
    }
    if (turns.stream().anyMatch(t -> !leaving.contains(t.turn()) && t.hasThinking())) {
      return new Proposal.Nothing("signed thinking would stand behind a changed head");
    }
    var head = new HeadWriter(situation.view(), situation.ledger()).without(leaving, null);
    return new Proposal.Rewrite(head, leaving);
  }

  private static boolean finished(TurnSegment turn, Ledger ledger) {
    return !turn.slots().isEmpty()
        && turn.slots().stream()
            .allMatch(slot ->
                slot.result() != null
                    && !slot.belongsTo().isEmpty()
                    && slot.belongsTo().stream().allMatch(ledger::isClosed));
  }

  private static boolean answeredAfterClosing(TurnSegment turn) {
    return turn.slots().stream().anyMatch(Slot::afterClosing);
  }
}
