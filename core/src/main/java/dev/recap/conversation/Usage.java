package dev.recap.conversation;

/**
 * The tokens of one reply, as the provider counted them.
 *
 * @param inputTokens prompt tokens that were neither read from nor written to the prompt cache
 * @param cacheReadTokens prompt tokens read from the cache
 * @param cacheWriteTokens prompt tokens written to the cache
 * @param outputTokens tokens of the reply
 */
public record Usage(
    long inputTokens, long cacheReadTokens, long cacheWriteTokens, long outputTokens) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (inputTokens < 0 || cacheReadTokens < 0 || cacheWriteTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "token counts cannot be negative: input %d, cache read %d, cache write %d, output %d"
              .formatted(inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens));
    }
  }

  /** The whole prompt: input, cache read and cache write together. */
  public long promptTokens() {
    return inputTokens + cacheReadTokens + cacheWriteTokens;
  }

  /** Prompt and reply together. */
  public long totalTokens() {
    return promptTokens() + outputTokens;
  }

  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        cacheReadTokens + other.cacheReadTokens,
        cacheWriteTokens + other.cacheWriteTokens,
        outputTokens + other.outputTokens);
  }
}
