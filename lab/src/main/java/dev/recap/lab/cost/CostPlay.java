package dev.recap.lab.cost;

import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One run to be played on the simulator server.
 *
 * @param minimum the cacheable minimum that the library is told of
 */
record CostPlay(StrategyName strategy, int tickets, long seed, Tuning tuning, int minimum) {
  private static final String PRICED_AS = ModelChoice.CURRENT_MODEL;
  private static final ModelProfile PROFILE = ModelCatalog.bundled().profile(PRICED_AS);

  /** Dollars per million tokens. */
  static final Prices PRICES = Objects.requireNonNull(PROFILE.prices(), PRICED_AS);

  static final int WINDOW_TOKENS = PROFILE.windowTokens();

  BookedRun booked() {
    var books = new Books(new TokenCounter(), minimum);
    var listener =
        new ScenarioListener() {
          @Override
          public void exchange(Exchange exchange) {
            books.enter(exchange);
          }
        };
    var model = new ModelChoice.InProcess(Behaviour.defaults(), PRICED_AS);
    var report =
        new Scenario(new TicketSource.Generated(tickets, seed), model, tuning, catalog(), listener)
            .play(List.of(strategy))
            .runs()
            .getFirst();
    return new BookedRun(report, books);
  }

  private ModelCatalog catalog() {
    ModelCatalog bundled = ModelCatalog.bundled();
    return new ModelCatalog(
        bundled.date(),
        bundled.source(),
        Map.of(PRICED_AS, new ModelProfile(PRICED_AS, WINDOW_TOKENS, minimum, PRICES)));
  }
}
