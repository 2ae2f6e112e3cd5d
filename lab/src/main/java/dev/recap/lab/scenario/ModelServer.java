package dev.recap.lab.scenario;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.rehearsal.RehearsalOptions;
import dev.recap.rehearsal.RehearsalServer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The model of one run: a rehearsal server of its own, or the real thing. */
final class ModelServer implements AutoCloseable {
  private static final String REHEARSAL_KEY = "rehearsal-needs-no-key";

  private final @Nullable RehearsalServer rehearsal;
  private final AnthropicModel model;

  private ModelServer(@Nullable RehearsalServer rehearsal, AnthropicModel model) {
    this.rehearsal = rehearsal;
    this.model = model;
  }

  static ModelServer open(ModelChoice choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    return switch (choice) {
      case ModelChoice.Rehearsal rehearsed -> rehearsal(rehearsed, catalog, exchanges);
      case ModelChoice.Anthropic real -> {
        var builder =
            AnthropicModel.builder(real.name())
                .apiKey(real.apiKey())
                .profile(catalog.profile(real.name()))
                .exchanges(exchanges::accept);
        yield new ModelServer(
            null, (real.baseUrl() == null ? builder : builder.baseUrl(real.baseUrl())).build());
      }
    };
  }

  private static ModelServer rehearsal(
      ModelChoice.Rehearsal choice, ModelCatalog catalog, Consumer<Exchange> exchanges) {
    ModelProfile profile = catalog.profile(choice.pricedAs());
    RehearsalServer server = choice.baseUrl() == null ? start(profile) : null;
    String baseUrl =
        server == null ? Objects.requireNonNull(choice.baseUrl()) : server.baseUri().toString();
    return new ModelServer(
        server,
        AnthropicModel.builder(choice.pricedAs())
            .apiKey(REHEARSAL_KEY)
            .baseUrl(baseUrl)
            .profile(profile)
            .header("x-rehearsal-summary-mode", choice.summaryMode().wireName())
            .header("x-rehearsal-schedule", choice.schedule().name().toLowerCase(Locale.ROOT))
            .exchanges(exchanges::accept)
            .build());
  }

  private static RehearsalServer start(ModelProfile profile) {
    return RehearsalServer.start(
        RehearsalOptions.defaults()
            .withWindowTokens(profile.windowTokens())
            .withCacheableMinimumTokens(profile.cacheableMinimumTokens())
            .withKeepExchanges(false));
  }

  Model model() {
    return model;
  }

  @Override
  public void close() {
    model.close();
    if (rehearsal != null) {
      rehearsal.close();
    }
  }
}
