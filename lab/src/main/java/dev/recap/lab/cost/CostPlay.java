package dev.recap.lab.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.anthropic.Exchange;
import dev.recap.conversation.Usage;
import dev.recap.lab.scenario.CacheTab;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.lab.scenario.WireJson;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run to be played on the simulator server.
 *
 * @param minimum the cacheable minimum that the library is told of
 */
record CostPlay(StrategyName strategy, int tickets, long seed, Tuning tuning, int minimum) {
  BookedRun booked() {
    var counter = new TokenCounter();
    var headReads = new HeadReads(counter);
    Map<Integer, CacheTab> tabs = new HashMap<>();
    BookedRun.MINIMUMS.forEach(each -> tabs.put(each, new CacheTab(each, counter)));
    var listener =
        new ScenarioListener() {
          @Override
          public void exchange(Exchange exchange) {
            enter(exchange, tabs, headReads);
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
    Map<Integer, Usage> usages = new HashMap<>();
    tabs.forEach((each, tab) -> usages.put(each, tab.total()));
    return new BookedRun(report, usages, headReads);
  }

  private void enter(Exchange exchange, Map<Integer, CacheTab> tabs, HeadReads headReads) {
    String reply = exchange.replyJson();
    if (!exchange.delivered() || reply == null) {
      return;
    }
    JsonNode request = WireJson.read(exchange.requestJson());
    long output = WireJson.read(reply).path("usage").path("output_tokens").asLong();
    tabs.forEach((each, tab) -> {
      Usage usage = tab.enter(request, output);
      if (each == minimum) {
        headReads.entered(request, usage.cacheReadTokens());
      }
    });
  }
}
