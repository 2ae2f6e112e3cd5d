package dev.recap.lab.report;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.scenario.PlayedSummary;
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
  @Nullable Cost cost(Usage turns, List<PlayedSummary> summaries) {
    Cost all = cost(turns, model);
    for (PlayedSummary summary : summaries) {
      Cost one = cost(summary.usage(), summary.writer().isEmpty() ? model : summary.writer());
      if (all == null || one == null) {
        return null;
      }
      all = new Cost(all.uncached() + one.uncached(), all.cached() + one.cached());
    }
    return all;
  }

  private @Nullable Cost cost(Usage usage, String name) {
    Prices prices = catalog.profile(name).prices();
    return prices == null ? null : new Cost(prices.uncached(usage), prices.cached(usage));
  }
}
