package dev.recap.lab.play;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Likeness;
import dev.recap.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The model that the simulator imitates.
 *
 * @param profile what the library is told of it
 * @param likeness whose rules and sizes the server goes by
 */
public record Imitated(ModelProfile profile, Likeness likeness) {
  /** The current model's name and prices, and sizes as recorded. */
  public static final Imitated RECORDED = new Imitated(CurrentModel.PROFILE, Likeness.RECORDED);

  /**
   * A model of the catalogue, with its thinking, its tokenizer and what it refuses.
   *
   * @param strict whether it refuses an open round without its thinking, which it may
   * @throws IllegalArgumentException when nobody knows it
   */
  public static Imitated named(String name, boolean strict) {
    ModelCatalog catalog = ModelCatalog.bundled();
    if (!catalog.models().containsKey(name)) {
      throw new IllegalArgumentException(
          "model is '%s', but must be one of %s"
              .formatted(
                  name, catalog.models().keySet().stream().sorted().collect(Collectors.toList())));
    }
    return new Imitated(catalog.profile(name), strict ? Likeness.BY_NAME_STRICT : Likeness.BY_NAME);
  }

  /**
   * A server that does. A held summary ends with its own time-out, so that no run depends on how
   * fast this machine is.
   */
  SimulatorOptions options() {
    return SimulatorOptions.defaults()
        .withWindowTokens(profile.windowTokens())
        .withSummaryHold(Duration.ZERO)
        .withLikeness(likeness)
        .withKeepExchanges(false);
  }
}
