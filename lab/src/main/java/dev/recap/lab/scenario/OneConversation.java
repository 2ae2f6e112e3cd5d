package dev.recap.lab.scenario;

import dev.recap.agent.Agent;
import dev.recap.agent.AgentBuilder;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.agent.Turn;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Compaction.Forecast;
import dev.recap.lab.job.Site;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelProfile.Thinking;

/**
 * One conversation for all of the work, compacted in the given way. A final answer counts only when
 * the work is done.
 */
public final class OneConversation implements Strategy {
  /** Of a model that thinks only where it is given one. */
  private static final int THINKING_BUDGET = 1_024;

  private final Compaction compaction;
  private final Strike strike;
  private final boolean recalls;

  /** Compacts when it is due. */
  OneConversation(Compaction compaction) {
    this(compaction, Strike.never(), false);
  }

  private OneConversation(Compaction compaction, Strike strike, boolean recalls) {
    this.compaction = compaction;
    this.strike = strike;
    this.recalls = recalls;
  }

  /** The same that lets the model ask for the originals of what was dropped. */
  OneConversation recalling() {
    return new OneConversation(compaction, strike, true);
  }

  /** Compacts when it is due and where it is told to. */
  public static OneConversation striking(Compaction compaction, Strike strike) {
    return new OneConversation(compaction, strike, false);
  }

  @Override
  public Played play(Bench bench) {
    try (Run run = agent(bench).start(bench.journals().get(), bench.site().words().task())) {
      strikeBeforeNext(run, bench);
      for (Turn turn : run) {
        bench.recording().turn(turn);
        strikeBeforeNext(run, bench);
      }
      return bench.recording().ended(answer(run.result()), run.result().name());
    }
  }

  private Agent agent(Bench bench) {
    AgentBuilder agent =
        Agent.builder(bench.model())
            .toolbox(bench.site().toolbox())
            .compaction(compaction.forecast(queue(bench.site())))
            .limits(Limits.turns(Strategy.mostTurns(bench.site())))
            .listener(bench.recording());
    if (bench.model().profile().thinking() == Thinking.REQUIRED) {
      agent.options(ModelOptions.NONE.thinkingBudget(THINKING_BUDGET));
    }
    bench.site().checks().forEach(agent::until);
    if (!recalls) {
      agent.withoutRecall();
    }
    return agent.build();
  }

  /** The queue knows how many items are left. */
  private static Forecast queue(Site site) {
    return Forecast.items(() -> site.progress().items() - site.progress().completed());
  }

  private void strikeBeforeNext(Run run, Bench bench) {
    if (!bench.recording().isOver() && strike.before(bench.recording().turns() + 1)) {
      run.compact();
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
