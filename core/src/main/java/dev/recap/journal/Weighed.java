package dev.recap.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * It was decided whether a stage is worth what it costs. Explains the run and changes nothing; kept
 * when the decision is news, not with every turn.
 *
 * @param stage the name of the stage
 * @param done whether it goes ahead
 * @param worth what it would bring; null when money was not the reason
 * @param words the decision as a sentence, such as {@code kept: 9 turns left, would cost 1.3 cents
 *     more}
 */
public record Weighed(String stage, boolean done, @Nullable Worth worth, String words)
    implements Entry {

  /**
   * What a compaction brings over the expected turns; below 0 where it costs more than it saves.
   *
   * @param turnsLeft the turns that are expected to come
   * @param inputTokens saved, in tokens of uncached input that cost as much
   * @param dollars saved; null where no prices are known
   */
  public record Worth(double turnsLeft, double inputTokens, @Nullable Double dollars) {
    /** Dollars saved, where prices are known. */
    public Optional<Double> knownDollars() {
      return Optional.ofNullable(dollars);
    }
  }
}
