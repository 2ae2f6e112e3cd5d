package dev.recap.projection;

import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.words.TokenEstimate;
import java.util.OptionalDouble;

/**
 * How fast prompts grow and how long summaries are, as the journal shows. Immutable; a projection
 * of the journal.
 *
 * @param turnsSinceRewrite replies since the view was last compacted
 * @param lastPrompt tokens of the last measured prompt that the next one can be compared with; 0
 *     for none
 * @param grown tokens by which measured prompts exceeded the ones before
 * @param comparisons how many prompts that were
 * @param summaryTokens estimated tokens of the last adopted summary; 0 while there was none
 */
public record Pace(
    int turnsSinceRewrite, long lastPrompt, long grown, int comparisons, long summaryTokens) {
  /** Nothing was measured yet. */
  public static final Pace UNKNOWN = new Pace(0, 0, 0, 0, 0);

  /** Tokens by which a prompt exceeds the one before; empty until two were measured in a row. */
  public OptionalDouble growthTokens() {
    return grown <= 0 || comparisons == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) grown / comparisons);
  }

  Pace after(Entry entry) {
    return switch (entry) {
      case Replied replied -> replied(replied.reply().usage().promptTokens());
      case Compacted compacted -> rewritten();
      case Entry.Erased erased -> rewritten();
      case SummaryAsked asked when asked.adopted() -> {
        int tokens = TokenEstimate.of(asked.written().text());
        yield new Pace(turnsSinceRewrite, lastPrompt, grown, comparisons, tokens);
      }
      default -> this;
    };
  }

  private Pace rewritten() {
    return new Pace(0, 0, grown, comparisons, summaryTokens);
  }

  private Pace replied(long prompt) {
    boolean compares = lastPrompt > 0 && prompt > 0;
    return new Pace(
        turnsSinceRewrite + 1,
        prompt,
        compares ? grown + prompt - lastPrompt : grown,
        compares ? comparisons + 1 : comparisons,
        summaryTokens);
  }
}
