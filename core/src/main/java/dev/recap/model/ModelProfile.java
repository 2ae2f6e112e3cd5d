package dev.recap.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a model.
 *
 * @param windowTokens prompt and reply together
 * @param cacheableMinimumTokens a prefix shorter than this is never cached
 * @param prices null when they are not known: tokens are then counted, money is not
 */
public record ModelProfile(
    String name, int windowTokens, int cacheableMinimumTokens, @Nullable Prices prices) {
  public ModelProfile {
    Objects.requireNonNull(name, "name");
    if (windowTokens < 1 || cacheableMinimumTokens < 0) {
      throw new IllegalArgumentException(
          "window %d and cacheable minimum %d must be positive"
              .formatted(windowTokens, cacheableMinimumTokens));
    }
  }

  public Optional<Prices> knownPrices() {
    return Optional.ofNullable(prices);
  }
}
