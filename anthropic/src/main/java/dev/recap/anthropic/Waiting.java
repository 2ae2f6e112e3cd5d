package dev.recap.anthropic;

import dev.recap.model.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a reply is waited for: who hears of what meanwhile, and for how long.
 *
 * @param tokens null when nobody wants the pieces of a reply, and only the longest are streamed
 * @param limit for one try; null for ten minutes, and in proportion for a reply that may be longer
 *     than fits into them
 */
record Waiting(
    @Nullable TokenListener tokens, ExchangeListener exchanges, @Nullable Duration limit) {
  /** What a model may take ten minutes for, which no connection lies idle; source: the SDKs. */
  private static final int TOKENS_IN_TEN_MINUTES = 21_333;

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final TokenListener NOBODY = piece -> {};

  /** Who hears the pieces of this reply; null when it is not streamed. */
  @Nullable TokenListener listener(ModelRequest request) {
    return tokens == null && isLong(request) ? NOBODY : tokens;
  }

  /** How long one try may take, reading the reply included. */
  Duration patience(ModelRequest request) {
    if (limit != null) {
      return limit;
    }
    return isLong(request)
        ? TEN_MINUTES.multipliedBy(request.maxOutputTokens()).dividedBy(TOKENS_IN_TEN_MINUTES)
        : TEN_MINUTES;
  }

  private static boolean isLong(ModelRequest request) {
    return request.maxOutputTokens() > TOKENS_IN_TEN_MINUTES;
  }
}
