package dev.recap.lab.scenario;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.AnthropicModelBuilder;
import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Pace;
import dev.recap.simulator.SimulatedTime;
import dev.recap.simulator.Simulator;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The model of one run: a simulator of its own, or the real thing. */
final class ModelServer implements AutoCloseable {
  private static final String SIMULATOR_KEY = "simulator-needs-no-key";

  private final ModelCatalog catalog;
  private final Consumer<Exchange> exchanges;
  private final Purse purse;
  private final Function<String, Model> connect;
  private final Map<String, Model> models = new HashMap<>();
  private final Deque<Runnable> open = new ArrayDeque<>();

  ModelServer(ModelChoice choice, ModelCatalog catalog, Purse purse, Consumer<Exchange> exchanges) {
    this.catalog = catalog;
    this.purse = purse;
    this.exchanges = exchanges;
    this.connect =
        switch (choice) {
          case ModelChoice.Simulator simulated -> overHttp(simulated);
          case ModelChoice.InProcess simulated -> inProcess(simulated);
          case ModelChoice.Anthropic real ->
              name -> {
                AnthropicModelBuilder builder = builder(name).apiKey(real.apiKey());
                return opened(real.baseUrl() == null ? builder : builder.baseUrl(real.baseUrl()));
              };
        };
  }

  /** The model of this name; a simulator answers under any. */
  Model model(String name) {
    return models.computeIfAbsent(name, this::connected);
  }

  private Model connected(String name) {
    Model model = connect.apply(name);
    return purse.isLimited() ? new PaidModel(model, purse) : model;
  }

  private void exchanged(Exchange exchange) {
    exchanges.accept(exchange);
    if (purse.isLimited() && PaidModel.isUnanswered(exchange)) {
      purse.payUnknown();
      // Here, and not with the next question: the SDK tries again by itself.
      purse.putAsideAgain();
    }
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
  }

  private Function<String, Model> overHttp(ModelChoice.Simulator choice) {
    String baseUrl = choice.baseUrl() == null ? start(choice) : choice.baseUrl();
    return name -> {
      AnthropicModelBuilder builder = builder(name).apiKey(SIMULATOR_KEY).baseUrl(baseUrl);
      SimulatedModel.headers(choice.behaviour()).forEach(builder::header);
      return opened(builder);
    };
  }

  private String start(ModelChoice.Simulator choice) {
    var server = SimulatorServer.start(options(catalog.profile(choice.pricedAs()), choice.pace()));
    open.addLast(server::close);
    return server.baseUri().toString();
  }

  private Function<String, Model> inProcess(ModelChoice.InProcess choice) {
    var simulator = Simulator.of(options(catalog.profile(choice.pricedAs()), Pace.instant()));
    return name ->
        new SimulatedModel(simulator, catalog.profile(name), choice.behaviour(), this::exchanged);
  }

  /** Slow replies move a clock of its own on, by which cached prompts expire. */
  private static SimulatorOptions options(ModelProfile profile, Pace pace) {
    return SimulatorOptions.defaults()
        .withModel(CurrentModel.RECORDED)
        .withWindowTokens(profile.windowTokens())
        .withCacheableMinimumTokens(profile.cacheableMinimumTokens())
        .withTime(new SimulatedTime(Instant.EPOCH))
        .withPace(pace)
        .withKeepExchanges(false);
  }

  private AnthropicModelBuilder builder(String name) {
    return AnthropicModel.builder(name).catalog(catalog).exchanges(this::exchanged);
  }

  /** What was opened last is closed first. */
  private Model opened(AnthropicModelBuilder builder) {
    AnthropicModel model = builder.build();
    open.addFirst(model::close);
    return model;
  }
}
