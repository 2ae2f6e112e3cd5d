package dev.recap.lab.report;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.scenario.PlayedSummary;
import dev.recap.lab.scenario.PlayedTurn;
import dev.recap.model.Prices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a run cost, each by the model that read and wrote them.
 *
 * @param model the agent's own
 */
public record PriceList(ModelCatalog catalog, String model) {

  /** Dollars for turns and summaries; null when a price is not known. */
  @Nullable Cost cost(List<PlayedTurn> turns, List<PlayedSummary> summaries) {
    Cost all = plus(new Cost(0, 0), Usage.NONE, model);
    for (PlayedTurn turn : turns) {
      all = plus(all, turn.usage(), turn.reply().otherModel().orElse(model));
    }
    for (PlayedSummary summary : summaries) {
      all = plus(all, summary.usage(), summary.writer().isEmpty() ? model : summary.writer());
    }
    return all;
  }

  private @Nullable Cost plus(@Nullable Cost all, Usage usage, String name) {
    Prices prices = catalog.profile(name).prices();
    return all == null || prices == null
        ? null
        : new Cost(all.uncached() + prices.uncached(usage), all.cached() + prices.cached(usage));
  }
}
