package dev.recap.lab.scenario;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.util.List;

/** The reference scenario: five tickets of the usual seed. */
final class TestScenario {
  private static final TicketSource TICKETS = new TicketSource.Generated(5, 42);

  private TestScenario() {}

  static RunReport play(SummaryMode mode, Tuning tuning, StrategyName strategy) {
    return play(new Behaviour(mode, Schedule.SEQUENTIAL, AgentMode.obedient()), tuning, strategy);
  }

  static RunReport play(Behaviour behaviour, Tuning tuning, StrategyName strategy) {
    var model = new ModelChoice.InProcess(behaviour, CurrentModel.NAME);
    return play(model, tuning, strategy).runs().getFirst();
  }

  static ScenarioReport play(ModelChoice model, Tuning tuning, StrategyName... strategies) {
    return new Scenario(TICKETS, model, tuning, ModelCatalog.bundled(), ScenarioListener.SILENT)
        .play(List.of(strategies));
  }
}
