package dev.recap.lab.play;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.SimulatorServer;
import dev.recap.tool.Opened;
import java.util.function.Consumer;

/** The simulator server over real HTTP, through the vendor's SDK, without its retries. */
public final class LoopbackDoor implements Door {
  private final Imitated model;
  private final SimulatorServer server;

  public LoopbackDoor(Imitated model) {
    this.model = model;
    this.server = SimulatorServer.start(model.options());
  }

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    var builder =
        AnthropicModel.builder(model.profile().name())
            .apiKey("simulator-needs-no-key")
            .baseUrl(server.baseUri())
            .profile(model.profile())
            .maxRetries(0)
            .exchanges(exchange -> requests.accept(exchange.requestJson()));
    SimulatedModel.headers(behaviour).forEach(builder::header);
    AnthropicModel simulated = builder.build();
    return new Opened(simulated, simulated::close);
  }

  @Override
  public void close() {
    server.close();
  }
}
