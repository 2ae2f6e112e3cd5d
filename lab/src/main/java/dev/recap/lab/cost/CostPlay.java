package dev.recap.lab.cost;

import dev.recap.anthropic.Exchange;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.TokenCounter;
import java.util.List;

/**
 * One run to be played on the simulator server.
 *
 * @param minimum the cacheable minimum that the library is told of
 */
record CostPlay(StrategyName strategy, int tickets, long seed, Tuning tuning, int minimum) {
  BookedRun booked() {
    var books = new Books(new TokenCounter(), minimum);
    var listener =
        new ScenarioListener() {
          @Override
          public void exchange(Exchange exchange) {
            books.enter(exchange);
          }
        };
    var model = new ModelChoice.InProcess(Behaviour.defaults(), CurrentModel.NAME);
    var report =
        new Scenario(
                new TicketSource.Generated(tickets, seed),
                model,
                tuning,
                CurrentModel.catalog(minimum),
                listener)
            .play(List.of(strategy))
            .runs()
            .getFirst();
    return new BookedRun(report, books);
  }
}
