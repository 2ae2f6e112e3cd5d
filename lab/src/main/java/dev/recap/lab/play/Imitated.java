package dev.recap.lab.play;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Account;
import dev.recap.simulator.SimulatorOptions;
import java.time.Duration;

/**
 * The model that the simulator imitates.
 *
 * @param profile what the library is told of it
 * @param rules whose rules and sizes the server goes by
 */
public record Imitated(ModelProfile profile, String rules, Account account) {
  /** The current model's name and prices, and sizes as recorded. */
  public static final Imitated RECORDED =
      new Imitated(CurrentModel.PROFILE, CurrentModel.RECORDED, Account.recent());

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
              .formatted(name, catalog.models().keySet().stream().sorted().toList()));
    }
    return new Imitated(catalog.profile(name), name, new Account(true, strict));
  }

  /**
   * A server that does. A held summary ends with its own time-out, so that no run depends on how
   * fast this machine is.
   */
  SimulatorOptions options() {
    return SimulatorOptions.defaults()
        .withModel(rules)
        .withAccount(account)
        .withWindowTokens(profile.windowTokens())
        .withSummaryHold(Duration.ZERO)
        .withKeepExchanges(false);
  }
}
