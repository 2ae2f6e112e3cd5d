package dev.recap.compactor;

import dev.recap.compaction.Trigger;
import dev.recap.model.ModelProfile;
import dev.recap.projection.View;
import java.util.Optional;
import java.util.function.Supplier;

/** From how many tokens on compaction is due, equality included. Pure. */
final class Threshold {
  private static final double MOST_OF_THE_WINDOW = 0.8;
  private static final long STANDARD = 100_000;

  /** So much of the length from which on a prompt costs more: what is below has room for a turn. */
  private static final double BEFORE_A_STEP = 0.85;

  private Threshold() {}

  /** From where on a prompt is about to cost more; beyond any where it never does. */
  static long beforeAStep(ModelProfile profile) {
    return profile
        .knownPrices()
        .flatMap(prices -> prices.steps().stream().findFirst())
        .map(step -> Math.round(step.promptTokens() * BEFORE_A_STEP))
        .orElse(Long.MAX_VALUE);
  }

  static long tokens(
      Trigger trigger, ModelProfile profile, View view, Supplier<Optional<Outlook>> outlook) {
    return switch (trigger) {
      case Trigger.Never never -> Long.MAX_VALUE;
      case Trigger.AtTokens(var tokens) -> tokens;
      case Trigger.Standard standard ->
          Math.min(Math.min(profile.windowTokens() / 2, STANDARD), beforeAStep(profile));
      case Trigger.AtWindowShare(var share) -> Math.round(profile.windowTokens() * share);
      case Trigger.CostLaw law -> {
        long most = Math.round(profile.windowTokens() * MOST_OF_THE_WINDOW);
        yield outlook
            .get()
            .map(known -> Math.round(known.law(view).thresholdTokens() * known.patience()))
            .map(optimum -> Math.min(most, optimum))
            .orElse(most);
      }
    };
  }
}
