package dev.recap.compactor;

import dev.recap.compaction.Trigger;
import dev.recap.model.ModelProfile;
import dev.recap.projection.View;
import java.util.Optional;
import java.util.function.Supplier;

/** From how many tokens on compaction is due, equality included. Pure. */
final class Threshold {
  private static final double MOST_OF_THE_WINDOW = 0.8;

  private Threshold() {}

  static long tokens(
      Trigger trigger, ModelProfile profile, View view, Supplier<Optional<Outlook>> outlook) {
    return switch (trigger) {
      case Trigger.Never never -> Long.MAX_VALUE;
      case Trigger.AtTokens(var tokens) -> tokens;
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
