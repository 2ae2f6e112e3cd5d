package dev.recap.lab.scenario;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.rehearsal.Behaviour;
import dev.recap.rehearsal.Pace;
import dev.recap.rehearsal.RehearsalOptions;
import dev.recap.rehearsal.RehearsalServer;
import dev.recap.rehearsal.SimulatedTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The model of one run: a rehearsal server of its own, or the real thing. */
final class ModelServer implements AutoCloseable {
  private static final String REHEARSAL_KEY = "rehearsal-needs-no-key";

  private final @Nullable RehearsalServer rehearsal;
  private final Function<String, AnthropicModel> connect;
  private final Map<String, AnthropicModel> models = new LinkedHashMap<>();

  private ModelServer(
      @Nullable RehearsalServer rehearsal, Function<String, AnthropicModel> connect) {
    this.rehearsal = rehearsal;
    this.connect = connect;
  }

  static ModelServer open(ModelChoice choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    return switch (choice) {
      case ModelChoice.Rehearsal rehearsed -> rehearsal(rehearsed, catalog, exchanges);
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

  private static ModelServer rehearsal(
      ModelChoice.Rehearsal choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    RehearsalServer server =
        choice.baseUrl() == null ? start(catalog.profile(choice.pricedAs()), choice.pace()) : null;
    String baseUrl =
        server == null ? Objects.requireNonNull(choice.baseUrl()) : server.baseUri().toString();
    Behaviour behaviour = choice.behaviour();
    return new ModelServer(
        server,
        name ->
            AnthropicModel.builder(name)
                .apiKey(REHEARSAL_KEY)
                .baseUrl(baseUrl)
                .profile(catalog.profile(name))
                .header("x-rehearsal-summary-mode", behaviour.summaryMode().wireName())
                .header(
                    "x-rehearsal-schedule", behaviour.schedule().name().toLowerCase(Locale.ROOT))
                .header("x-rehearsal-agent", behaviour.agent().wireName())
                .exchanges(exchanges::accept)
                .build());
  }

  /** Slow replies move a clock of its own on, by which cached prompts expire. */
  private static RehearsalServer start(ModelProfile profile, Pace pace) {
    return RehearsalServer.start(
        RehearsalOptions.defaults()
            .withWindowTokens(profile.windowTokens())
            .withCacheableMinimumTokens(profile.cacheableMinimumTokens())
            .withTime(new SimulatedTime(Instant.EPOCH))
            .withPace(pace)
            .withKeepExchanges(false));
  }

  /** The model of this name; the rehearsal answers under any. */
  Model model(String name) {
    return models.computeIfAbsent(name, connect);
  }

  @Override
  public void close() {
    models.values().forEach(AnthropicModel::close);
    if (rehearsal != null) {
      rehearsal.close();
    }
  }
}
