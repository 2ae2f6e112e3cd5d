package dev.recap.lab.scenario;

import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.agent.Turn;
import dev.recap.compaction.Compaction;

/** One conversation for all tickets, compacted in the given way. */
final class OneConversation implements Strategy {
  private final Compaction compaction;

  OneConversation(Compaction compaction) {
    this.compaction = compaction;
  }

  @Override
  public Played play(Bench bench) {
    Agent agent =
        Agent.builder(bench.model())
            .toolbox(bench.toolbox())
            .compaction(compaction)
            .limits(Limits.turns(Strategy.mostTurns(bench)))
            .listener(bench.recording())
            .build();
    try (Run run = agent.start(bench.texts().task())) {
      for (Turn turn : run) {
        bench.recording().turn(turn);
      }
      return bench.recording().ended(answer(run.result()), run.result().name());
    }
  }

  static String answer(RunResult result) {
    return switch (result) {
      case RunResult.Answered(var text) -> text;
      case RunResult.Unfinished(var text, var left) -> text;
      case RunResult.Refused(var text) -> text;
      case RunResult.Truncated(var text) -> text;
      case RunResult.TurnLimitReached limit -> "";
      case RunResult.TokenLimitReached limit -> "";
      case RunResult.MoneyLimitReached limit -> "";
      case RunResult.WindowExceeded window -> "";
      case RunResult.UnsettledEffect unsettled -> "";
      case RunResult.ApprovalNeeded needed -> "";
      case RunResult.Cancelled cancelled -> "";
    };
  }
}
