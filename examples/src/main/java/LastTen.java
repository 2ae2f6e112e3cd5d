import dev.recap.compaction.Stage;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;

/** Keeps the last ten turns. */
public record LastTen(String name) implements Stage {
  @Override
  public Proposal propose(Situation now) {
    var turns = now.view().turns().stream().map(turn -> turn.number()).toList();
    return turns.size() <= 10
        ? Proposal.nothing("there are ten turns or fewer")
        : Proposal.leave(turns.subList(0, turns.size() - 10));
  }
}
