package dev.recap.cli;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.AnthropicModelBuilder;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model works a batch. */
final class BatchModel {
  static final String SIMULATOR = "simulator";
  private static final String ANTHROPIC = "anthropic:";

  @Option(names = "--base-url", paramLabel = "URL", description = "Another address of the API.")
  private @Nullable String baseUrl;

  BatchModel() {}

  /**
   * The name as it goes on record.
   *
   * @throws IllegalArgumentException when there is no such model
   */
  static String checked(String model) {
    if (!model.equals(SIMULATOR)
        && (!model.startsWith(ANTHROPIC) || model.length() == ANTHROPIC.length())) {
      throw new IllegalArgumentException(
          "model is '%s', but must be simulator or anthropic:NAME".formatted(model));
    }
    return model;
  }

  /** What is known of a model by its name in a batch, or in a reply. */
  static ModelProfile profile(String model, ModelCatalog catalog) {
    if (model.equals(SIMULATOR)) {
      return catalog.profile(CurrentModel.NAME);
    }
    return catalog.profile(
        model.startsWith(ANTHROPIC) ? model.substring(ANTHROPIC.length()) : model);
  }

  /** Who answers, in a sentence. */
  String told(String model, Instant now) {
    if (model.equals(SIMULATOR)) {
      return "SIMULATED: fixed rules, not an LLM; nothing is spent (priced as %s)"
          .formatted(CurrentModel.NAME);
    }
    String name = model.substring(ANTHROPIC.length());
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return baseUrl == null
        ? "%s, a REAL model, on %s".formatted(name, day)
        : "whatever answers as %s at %s, on %s".formatted(name, baseUrl, day);
  }

  /** The model; whoever takes it closes it if it can be closed. */
  Model open(String model, ModelCatalog catalog) {
    ModelProfile profile = profile(model, catalog);
    if (model.equals(SIMULATOR)) {
      var simulator =
          Simulator.of(
              SimulatorOptions.defaults()
                  .withModel(CurrentModel.RECORDED)
                  .withWindowTokens(profile.windowTokens())
                  .withCacheableMinimumTokens(profile.cacheableMinimumTokens())
                  .withKeepExchanges(false));
      return new SimulatedModel(simulator, profile, Behaviour.defaults(), exchange -> {});
    }
    AnthropicModelBuilder real =
        AnthropicModel.builder(model.substring(ANTHROPIC.length()))
            .catalog(catalog)
            .apiKey(ApiKey.find(Path.of(".env"), baseUrl));
    return (baseUrl == null ? real : real.baseUrl(baseUrl)).build();
  }
}
