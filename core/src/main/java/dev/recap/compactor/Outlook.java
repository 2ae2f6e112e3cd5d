package dev.recap.compactor;

import dev.recap.compaction.Compaction.Forecast;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelProfile;
import dev.recap.projection.Pace;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be expected of the rest of a conversation.
 *
 * @param turnsLeft by the caller's forecast
 * @param summaryTokens of the next summary: as long as the last adopted one
 * @param patience how many times the optimum a view may grow to, by the place between work items
 * @param carrying what a view costs from turn to turn
 */
record Outlook(double turnsLeft, double summaryTokens, double patience, Carrying carrying) {
  /** The first recorded summary of the reference run. */
  private static final double FIRST_SUMMARY_TOKENS = 570;

  /** So long a provider keeps what nobody reads, unless it is paid for more. */
  private static final Duration CACHE_LIFE = Duration.ofMinutes(5);

  /** About what the built-in prompts have. */
  static final double INSTRUCTION_TOKENS = 100;

  /** An output token costs five input tokens with every provider's current models. */
  private static final double USUAL_OUTPUT_RATE = 5;

  /** Where no tool has opened any item. */
  static final double NO_ITEMS = 1;

  /** Where at least one is open. */
  static final double MID_ITEM = 1.5;

  /** Where all are closed. */
  static final double ITEM_END = 1 / MID_ITEM;

  /** Of a conversation as it stands; empty until the growth of its prompts was measured. */
  static Optional<Outlook> of(
      ProjectedJournal journal, ModelProfile profile, Forecast forecast, Instant now) {
    Pace pace = journal.pace();
    if (pace.growthTokens().isEmpty()) {
      return Optional.empty();
    }
    Rates rates = profile.knownPrices().map(Rates::of).orElse(Rates.uncached(USUAL_OUTPUT_RATE));
    double turnsLeft = Math.max(0, forecast.turnsLeft(journal.ledger(), journal.turns()));
    return Optional.of(
        new Outlook(
            turnsLeft,
            pace.summaryTokens() == 0 ? FIRST_SUMMARY_TOKENS : pace.summaryTokens(),
            patience(journal.ledger()),
            new Carrying(
                rates,
                profile.cacheableMinimumTokens(),
                pace.growthTokens().getAsDouble(),
                journal.lastReply().filter(at -> at.plus(CACHE_LIFE).isBefore(now)).isPresent())));
  }

  private static double patience(Ledger ledger) {
    double between = ledger.closedItems() > 0 ? ITEM_END : NO_ITEMS;
    return ledger.open().isEmpty() ? between : MID_ITEM;
  }

  /** The law with what was measured; the kept tail is one turn. */
  CostLaw law(View view) {
    double growth = carrying.growthTokens();
    return new CostLaw(
        carrying.rates(),
        new CostLaw.Sizes(view.leastTokens(), summaryTokens, growth, growth, INSTRUCTION_TOKENS));
  }
}
