package dev.recap.lab.scenario;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import dev.recap.simulator.SimulatedTime;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The model of one run: a simulator server of its own, or the real thing. */
final class ModelServer implements AutoCloseable {
  private static final String SIMULATOR_KEY = "simulator-needs-no-key";

  private final @Nullable SimulatorServer simulator;
  private final Function<String, AnthropicModel> connect;
  private final Map<String, AnthropicModel> models = new LinkedHashMap<>();

  private ModelServer(
      @Nullable SimulatorServer simulator, Function<String, AnthropicModel> connect) {
    this.simulator = simulator;
    this.connect = connect;
  }

  static ModelServer open(ModelChoice choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    return switch (choice) {
      case ModelChoice.Simulator simulated -> simulator(simulated, catalog, exchanges);
      case ModelChoice.Anthropic real ->
          new ModelServer(
              null,
              name -> {
                var builder =
                    AnthropicModel.builder(name)
                        .apiKey(real.apiKey())
                        .profile(catalog.profile(name))
                        .exchanges(exchanges::accept);
                return (real.baseUrl() == null ? builder : builder.baseUrl(real.baseUrl())).build();
              });
    };
  }

  private static ModelServer simulator(
      ModelChoice.Simulator choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    SimulatorServer server =
        choice.baseUrl() == null ? start(catalog.profile(choice.pricedAs()), choice.pace()) : null;
    String baseUrl =
        server == null ? Objects.requireNonNull(choice.baseUrl()) : server.baseUri().toString();
    Behaviour behaviour = choice.behaviour();
    return new ModelServer(
        server,
        name ->
            AnthropicModel.builder(name)
                .apiKey(SIMULATOR_KEY)
                .baseUrl(baseUrl)
                .profile(catalog.profile(name))
                .header("x-simulator-summary-mode", behaviour.summaryMode().wireName())
                .header(
                    "x-simulator-schedule", behaviour.schedule().name().toLowerCase(Locale.ROOT))
                .header("x-simulator-agent", behaviour.agent().wireName())
                .exchanges(exchanges::accept)
                .build());
  }

  /** Slow replies move a clock of its own on, by which cached prompts expire. */
  private static SimulatorServer start(ModelProfile profile, Pace pace) {
    return SimulatorServer.start(
        SimulatorOptions.defaults()
            .withWindowTokens(profile.windowTokens())
            .withCacheableMinimumTokens(profile.cacheableMinimumTokens())
            .withTime(new SimulatedTime(Instant.EPOCH))
            .withPace(pace)
            .withKeepExchanges(false));
  }

  /** The model of this name; the simulator answers under any. */
  Model model(String name) {
    return models.computeIfAbsent(name, connect);
  }

  @Override
  public void close() {
    models.values().forEach(AnthropicModel::close);
    if (simulator != null) {
      simulator.close();
    }
  }
}
