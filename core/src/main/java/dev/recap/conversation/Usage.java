package dev.recap.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of one reply, as the provider counted them.
 *
 * @param inputTokens prompt tokens that were neither read from nor written to the prompt cache
 * @param cacheReadTokens prompt tokens read from the cache
 * @param cacheWriteTokens prompt tokens written to the cache, however long it keeps them
 * @param outputTokens tokens of the reply, thinking included
 * @param details null where there is nothing of the kind
 */
public record Usage(
    long inputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long outputTokens,
    @Nullable Details details) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /**
   * What some providers tell besides.
   *
   * @param hourWriteTokens how many of the tokens written to the cache are kept for an hour
   * @param thinkingTokens how many of the reply's tokens are thinking
   * @param compaction what the provider's own compaction spent besides all else; null for nothing
   */
  public record Details(long hourWriteTokens, long thinkingTokens, @Nullable Usage compaction) {
    private boolean isNothing() {
      return hourWriteTokens == 0 && thinkingTokens == 0 && compaction == null;
    }
  }

  public Usage {
    if (details != null && details.isNothing()) {
      details = null;
    }
    long hour = details == null ? 0 : details.hourWriteTokens();
    long thinking = details == null ? 0 : details.thinkingTokens();
    if (inputTokens < 0
        || cacheReadTokens < 0
        || cacheWriteTokens < 0
        || outputTokens < 0
        || hour < 0
        || thinking < 0) {
      throw new IllegalArgumentException(
          "token counts cannot be negative: input %d, cache read %d, cache write %d, for an hour %d, output %d, thinking %d"
              .formatted(
                  inputTokens, cacheReadTokens, cacheWriteTokens, hour, outputTokens, thinking));
    }
  }

  /** Without more details. */
  public Usage(long inputTokens, long cacheReadTokens, long cacheWriteTokens, long outputTokens) {
    this(inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens, null);
  }

  /** How many of the written tokens the cache keeps for an hour. */
  public long hourWriteTokens() {
    return details == null ? 0 : details.hourWriteTokens();
  }

  /** How many of the reply's tokens are thinking. */
  public long thinkingTokens() {
    return details == null ? 0 : details.thinkingTokens();
  }

  /** What the provider's own compaction spent besides; {@link #NONE} for nothing. */
  public Usage compaction() {
    return details == null || details.compaction() == null ? NONE : details.compaction();
  }

  /** The whole prompt: input, cache read and cache write together. */
  public long promptTokens() {
    return inputTokens + cacheReadTokens + cacheWriteTokens;
  }

  /** Prompt and reply together: what the next prompt begins with. */
  public long contextTokens() {
    return promptTokens() + outputTokens;
  }

  /** All that was spent: prompt, reply and the provider's own compaction. */
  public long totalTokens() {
    return contextTokens()
        + (details == null || details.compaction() == null
            ? 0
            : details.compaction().totalTokens());
  }

  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        cacheReadTokens + other.cacheReadTokens,
        cacheWriteTokens + other.cacheWriteTokens,
        outputTokens + other.outputTokens,
        details == null ? other.details : detailsPlus(other, details));
  }

  private static Details detailsPlus(Usage other, Details mine) {
    @Nullable Details its = other.details;
    if (its == null) {
      return mine;
    }
    @Nullable Usage spent = mine.compaction();
    return new Details(
        mine.hourWriteTokens() + its.hourWriteTokens(),
        mine.thinkingTokens() + its.thinkingTokens(),
        spent == null || its.compaction() == null
            ? (spent == null ? its.compaction() : spent)
            : spent.plus(its.compaction()));
  }
}
