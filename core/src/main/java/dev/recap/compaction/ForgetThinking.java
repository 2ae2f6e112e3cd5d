package dev.recap.compaction;

import dev.recap.context.ContextView.Turn;
import java.util.List;

/**
 * Thinking leaves, that of whole turns and the oldest first; all that was said, asked and answered
 * stays. No more of it leaves than the target asks for, and none where all of it would not be
 * enough: the stages behind take thinking along with what they take.
 *
 * <p>Exact, asks no model, and what is left stays valid. The cache starts anew where the first of
 * it stood, so it has to pay back.
 */
public final class ForgetThinking implements Stage {
  /** Has nothing to set. */
  public ForgetThinking() {}

  @Override
  public String name() {
    return "forget-thinking";
  }

  @Override
  public boolean mustPayBack() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<? extends Turn> turns = situation.view().turns();
    List<Integer> thinking =
        turns.stream()
            .limit(Math.max(0, turns.size() - 1))
            .filter(Turn::hasThinking)
            .map(Turn::number)
            .toList();
    return thinking.isEmpty()
        ? Proposal.nothing("no turn before the last one has thinking")
        : Proposal.forgetToTheGoal(thinking);
  }
}
