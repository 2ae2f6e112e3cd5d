package dev.recap.lab.peers;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.util.List;

/**
 * Our own loop on the same tickets. A ladder knows the cacheable minimum of its model and may
 * decide by it, so that it has one run for each minimum; tokens and calls are those of the run at
 * 512.
 */
final class OwnRuns {
  private final Queue queue;

  OwnRuns(Queue queue) {
    this.queue = queue;
  }

  PeerRow play(OwnSetting setting) {
    Played first = played(setting, 512);
    RunReport run = first.report();
    RunReport.Summary summary = run.tokens().summary();
    return new PeerRow(
        setting.strategy().label(),
        "",
        setting.name(),
        queue.tickets(),
        run.ticketsComplete() == queue.tickets(),
        run.turns(),
        run.tokens().promptTokens(),
        run.tokens().outputTokens(),
        summary.inputTokens() + summary.outputTokens(),
        run.tokens().totalTokens(),
        first.uncached(),
        first.cached(),
        cached(setting, 2_048, first),
        cached(setting, 4_096, first),
        null,
        run.toolCalls().lost(),
        run.toolCalls().repeated(),
        run.toolCalls().redone(),
        first.log().taskMissing(),
        first.log().ticketsShown(queue.tickets()),
        run.ended());
  }

  private double cached(OwnSetting setting, int minimumTokens, Played first) {
    return switch (setting.strategy()) {
      case BASELINE, TUTORIAL, PER_TICKET ->
          new CacheMoney(CurrentModel.PRICES).dollars(first.log().all(), minimumTokens);
      case SUMMARY, RECAP, RECALL -> played(setting, minimumTokens).cached();
    };
  }

  /** One run, as it reports itself and as the server saw it. */
  private record Played(RunReport report, ServerLog log) {
    double uncached() {
      return ServerLog.dollars(log.all(), CurrentModel.PRICES::uncached);
    }

    double cached() {
      return ServerLog.dollars(log.all(), CurrentModel.PRICES::cached);
    }
  }

  private Played played(OwnSetting setting, int minimumTokens) {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withModel(CurrentModel.RECORDED)
            .withCacheableMinimumTokens(minimumTokens);
    try (SimulatorServer server = SimulatorServer.start(options)) {
      var choice =
          new ModelChoice.Simulator(
              Behaviour.defaults(), Pace.instant(), CurrentModel.NAME, server.baseUri().toString());
      var scenario =
          new Scenario(
              new TicketSource.Generated(queue.tickets(), queue.seed()),
              choice,
              setting.tuning(),
              CurrentModel.catalog(minimumTokens),
              ScenarioListener.SILENT);
      RunReport report = scenario.play(List.of(setting.strategy())).runs().getFirst();
      return new Played(report, ServerLog.of(server.exchanges(), queue.task()));
    }
  }
}
