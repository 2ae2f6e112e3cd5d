package dev.recap.lab.cost;

import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.Prices;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * US dollars for a whole queue, summary calls included.
 *
 * @param minimum the cacheable minimum in tokens
 * @param how {@code run}, {@code arithmetic}, or why there is no figure
 * @param threshold where it compacted; where each price has a best one of its own, those without
 *     cache and at 0.1, 0.05 and 0.025
 * @param promptTokens of all requests, those for summaries included
 * @param summaryTokens prompts and replies of the summary calls
 * @param uncached had there been no cache
 * @param readTenth cached tokens read at 0.1 of the input price
 * @param readTwentieth at 0.05
 * @param readFortieth at 0.025
 * @param saved the share of the dollars without compaction, at 0.05; negative is a loss
 */
public record MoneyRow(
    String strategy,
    int tickets,
    int minimum,
    String how,
    String threshold,
    @Nullable Long promptTokens,
    @Nullable Long summaryTokens,
    @Nullable Double uncached,
    @Nullable Double readTenth,
    @Nullable Double readTwentieth,
    @Nullable Double readFortieth,
    @Nullable Double saved) {

  /** The reads' shares of the input price; source: the vendors' price lists of 2026. */
  private static final List<Double> READS = List.of(0.1, 0.05, 0.025);

  /** The current model's. */
  static final double USUAL_READ = 0.05;

  /**
   * The cheapest of the outcomes at each price.
   *
   * @param none what the same queue takes without compaction at this minimum; empty when unknown
   */
  static MoneyRow of(
      Way way, int tickets, int minimum, List<CostOutcome> outcomes, Optional<CostOutcome> none) {
    List<CostOutcome> possible = outcomes.stream().filter(CostOutcome::possible).toList();
    if (possible.isEmpty()) {
      return new MoneyRow(
          way.label(),
          tickets,
          minimum,
          outcomes.getFirst().how(),
          "",
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    Prices usual = CurrentModel.PRICES;
    CostOutcome uncached = cheapest(possible, o -> usual.uncached(o.all()));
    List<CostOutcome> best =
        READS.stream().map(read -> cheapest(possible, o -> dollars(o, read))).toList();
    CostOutcome shown = best.get(READS.indexOf(USUAL_READ));
    return new MoneyRow(
        way.label(),
        tickets,
        minimum,
        shown.how(),
        thresholds(uncached, best),
        shown.all().promptTokens(),
        shown.summaryTokens(),
        usual.uncached(uncached.all()),
        dollars(best.get(0), READS.get(0)),
        dollars(best.get(1), READS.get(1)),
        dollars(best.get(2), READS.get(2)),
        none.map(o -> 1 - dollars(shown, USUAL_READ) / dollars(o, USUAL_READ)).orElse(null));
  }

  /** The list prices with reads at this share of the input. */
  static Prices reading(double share) {
    Prices list = CurrentModel.PRICES;
    return new Prices(list.input(), share * list.input(), list.cacheWrite(), list.output());
  }

  private static double dollars(CostOutcome outcome, double read) {
    return reading(read).cached(outcome.all());
  }

  private static CostOutcome cheapest(
      List<CostOutcome> outcomes, ToDoubleFunction<CostOutcome> dollars) {
    return outcomes.stream().min(Comparator.comparingDouble(dollars)).orElseThrow();
  }

  private static String thresholds(CostOutcome uncached, List<CostOutcome> best) {
    List<String> all =
        Stream.concat(Stream.of(uncached), best.stream())
            .map(o -> o.threshold() == 0 ? "none" : String.valueOf(o.threshold()))
            .toList();
    return all.stream().distinct().count() == 1
        ? all.getFirst().replace("none", "")
        : all.stream().collect(Collectors.joining(" "));
  }
}
