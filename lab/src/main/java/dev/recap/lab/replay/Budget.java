package dev.recap.lab.replay;

/**
 * How many tokens a prompt may have: a number, or a share of what the messages of a run came to at
 * their peak, besides tools and instructions, which no policy can shorten.
 *
 * @param tokens 0 when it is a share
 * @param shareOfPeak 0 when it is a number
 */
public record Budget(long tokens, double shareOfPeak) {
  public Budget {
    boolean number = tokens >= 1 && shareOfPeak == 0;
    boolean share = tokens == 0 && shareOfPeak > 0 && shareOfPeak <= 1;
    if (!number && !share) {
      throw new IllegalArgumentException(
          "budget must be 1 token or more, or a share of the peak from above 0 to 1, but was %d tokens and a share of %s"
              .formatted(tokens, shareOfPeak));
    }
  }

  /** From {@code 8000} or {@code 0.5p}. */
  public static Budget parse(String text) {
    try {
      return text.endsWith("p")
          ? new Budget(0, Double.parseDouble(text.substring(0, text.length() - 1)))
          : new Budget(Long.parseLong(text), 0);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "budget is '%s', but must be a number of tokens or a share such as 0.5p".formatted(text),
          e);
    }
  }

  /**
   * The most tokens of a prompt of this run.
   *
   * @param fixed tokens of tools and instructions
   * @param peak tokens of the run's longest prompt, tools and instructions included
   */
  long of(long fixed, long peak) {
    return tokens > 0 ? tokens : fixed + Math.round((peak - fixed) * shareOfPeak);
  }

  @Override
  public String toString() {
    return tokens > 0
        ? tokens + " tokens"
        : "%s of what each run's messages came to at their peak".formatted(shareOfPeak);
  }
}
