package dev.recap.desk.batch;

import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.ModelProfile;
import java.util.function.Function;

/**
 * What replies on record have cost, those that wrote summaries included.
 *
 * @param dollars with the prompt cache as it was used; nothing where the price is not known
 */
record Spent(long tokens, double dollars) {
  static final Spent NOTHING = new Spent(0, 0);

  /**
   * The same and what one more entry has cost.
   *
   * @param model the batch's own
   * @param profiles by name, for replies of others
   */
  Spent plus(Entry entry, String model, Function<String, ModelProfile> profiles) {
    if (entry instanceof Replied replied) {
      String its = replied.reply().otherModel().orElse(model);
      return plus(replied.reply().usage(), profiles.apply(its));
    }
    return entry instanceof SummaryAsked asked
        ? plus(asked.usage(), profiles.apply(asked.otherWriter().orElse(model)))
        : this;
  }

  private Spent plus(Usage usage, ModelProfile at) {
    return new Spent(
        tokens + usage.totalTokens(),
        dollars + at.knownPrices().map(known -> known.cached(usage)).orElse(0.0));
  }

  Spent plus(Spent other) {
    return new Spent(tokens + other.tokens, dollars + other.dollars);
  }
}
