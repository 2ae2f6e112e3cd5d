package dev.recap.compaction;

import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.HeadWriter;
import dev.recap.context.Segment.TurnSegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The oldest turns leave, no more of them than the goal needs; the head says from the ledger what
 * they did, and names keys in what they were told. The last resort: it asks no model, and the rest
 * of what was only read is gone.
 *
 * <p>The last turn stays, because no reply has seen its results yet; what the user said stays; and
 * no signed thinking is left standing behind the changed head. A goal that is out of reach even so
 * is not cut for, unless as few tokens as can be are wanted: it would cost the cache and the
 * model's memory turn after turn and relieve nothing.
 */
public final class Trim implements Stage {
  /** Has nothing to set. */
  public Trim() {}

  @Override
  public String name() {
    return "trim";
  }

  @Override
  public boolean needsPressure() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<TurnSegment> turns = situation.view().turns();
    var writer = new HeadWriter(situation.view(), situation.ledger());
    Set<Integer> leaving = new LinkedHashSet<>();
    Rewrite shortest = null;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < turns.size() - 1; i++) {
      leaving.add(turns.get(i).turn());
      if (turns.subList(i + 1, turns.size()).stream().noneMatch(TurnSegment::hasThinking)) {
        var rewrite = new Rewrite(writer.cut(leaving), leaving);
        long tokens = rewrite.of(situation.view()).estimatedTokens();
        if (tokens < fewest) {
          shortest = rewrite;
          fewest = tokens;
        }
        if (fewest <= situation.goalTokens()) {
          break;
        }
      }
    }
    if (shortest == null) {
      return new Nothing("no turn before the last one can leave");
    }
    return situation.goalTokens() == 0 || fewest <= situation.goalTokens()
        ? shortest
        : new Nothing(
            "about %d tokens would remain at the least, and %d are the goal"
                .formatted(fewest, situation.goalTokens()));
  }
}
