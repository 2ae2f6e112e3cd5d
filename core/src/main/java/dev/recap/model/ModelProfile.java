package dev.recap.model;

import dev.recap.model.ModelOptions.Option;
import dev.recap.words.TokenEstimate;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a model. Immutable; each method gives another one.
 *
 * @param windowTokens prompt and reply together
 * @param maxOutputTokens the longest reply, thinking included
 * @param cacheableMinimumTokens a prefix shorter than this is never cached
 * @param prices null when they are not known: tokens are then counted, money is not
 * @param thinking what holds its thinking to its place
 * @param refuses ways of asking that it does not know
 * @param tokenScale its tokens for one of the estimate's, until a reply has told
 * @param compacts whether the provider writes summaries of its own on demand
 * @param retires the day from which it may not answer any more; null where none was named
 */
public record ModelProfile(
    String name,
    int windowTokens,
    int maxOutputTokens,
    int cacheableMinimumTokens,
    @Nullable Prices prices,
    Thinking thinking,
    Set<Option> refuses,
    double tokenScale,
    boolean compacts,
    @Nullable LocalDate retires) {
  private static final int STANDARD_OUTPUT_TOKENS = 4_096;

  /** What holds a model's thinking to its place in a conversation. */
  public enum Thinking {
    /** It does not think. */
    NONE,
    /** What stands before may change, and thinking may leave. */
    FREE,
    /**
     * Each block is bound to everything before it: instructions, tools and every message. Where any
     * of that changes, the thinking behind it is refused, so it leaves, and never comes back.
     */
    BOUND,
    /**
     * What stands before may change, but the newest reply keeps its thinking as long as its calls
     * are being answered. So it is where thinking has a budget.
     */
    REQUIRED
  }

  public ModelProfile {
    Objects.requireNonNull(name, "name");
    if (windowTokens < 1 || maxOutputTokens < 1 || cacheableMinimumTokens < 0) {
      throw new IllegalArgumentException(
          "window %d, longest reply %d and cacheable minimum %d must be positive"
              .formatted(windowTokens, maxOutputTokens, cacheableMinimumTokens));
    }
    if (!(tokenScale > 0 && tokenScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("token scale must be above 0, but was " + tokenScale);
    }
    Objects.requireNonNull(thinking, "thinking");
    refuses = Set.copyOf(refuses);
  }

  /** Of a model of which no more is known: its thinking, if it has any, is taken to be bound. */
  public ModelProfile(
      String name, int windowTokens, int cacheableMinimumTokens, @Nullable Prices prices) {
    this(
        name,
        windowTokens,
        STANDARD_OUTPUT_TOKENS,
        cacheableMinimumTokens,
        prices,
        Thinking.BOUND,
        Set.of(),
        TokenEstimate.USUAL_SCALE,
        false,
        null);
  }

  public Optional<Prices> knownPrices() {
    return Optional.ofNullable(prices);
  }

  /** The day from which it may not answer any more, where one was named. */
  public Optional<LocalDate> retirement() {
    return Optional.ofNullable(retires);
  }

  /** The same under another name. */
  public ModelProfile named(String other) {
    return with(
        other, maxOutputTokens, cacheableMinimumTokens, prices, thinking, refuses, tokenScale);
  }

  /** The same with replies of at most so many tokens. */
  public ModelProfile maxOutputTokens(int tokens) {
    return with(name, tokens, cacheableMinimumTokens, prices, thinking, refuses, tokenScale);
  }

  /** The same that caches no prefix shorter than this. */
  public ModelProfile cacheableMinimumTokens(int tokens) {
    return with(name, maxOutputTokens, tokens, prices, thinking, refuses, tokenScale);
  }

  /** The same at other prices; null when they are not known. */
  public ModelProfile prices(@Nullable Prices others) {
    return with(
        name, maxOutputTokens, cacheableMinimumTokens, others, thinking, refuses, tokenScale);
  }

  /** The same with another kind of thinking. */
  public ModelProfile thinking(Thinking kind) {
    return with(name, maxOutputTokens, cacheableMinimumTokens, prices, kind, refuses, tokenScale);
  }

  /** The same whose provider writes summaries of its own on demand. */
  public ModelProfile compacting() {
    return new ModelProfile(
        name,
        windowTokens,
        maxOutputTokens,
        cacheableMinimumTokens,
        prices,
        thinking,
        refuses,
        tokenScale,
        true,
        retires);
  }

  /** The same that refuses these ways of asking. */
  public ModelProfile refuses(Option... options) {
    return with(
        name,
        maxOutputTokens,
        cacheableMinimumTokens,
        prices,
        thinking,
        Set.copyOf(List.of(options)),
        tokenScale);
  }

  /** The same with so many tokens for one of the estimate's. */
  public ModelProfile tokenScale(double scale) {
    return with(name, maxOutputTokens, cacheableMinimumTokens, prices, thinking, refuses, scale);
  }

  /**
   * Makes sure that the model knows these options.
   *
   * @throws IllegalArgumentException when it refuses one of them, which is named
   */
  public void check(ModelOptions options) {
    Set<Option> refused = EnumSet.allOf(Option.class);
    refused.retainAll(refuses);
    refused.removeIf(option -> !options.uses(option));
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          "model '%s' does not take the options %s".formatted(name, refused));
    }
  }

  private ModelProfile with(
      String called,
      int output,
      int minimum,
      @Nullable Prices cost,
      Thinking kind,
      Set<Option> options,
      double scale) {
    return new ModelProfile(
        called, windowTokens, output, minimum, cost, kind, options, scale, compacts, retires);
  }
}
