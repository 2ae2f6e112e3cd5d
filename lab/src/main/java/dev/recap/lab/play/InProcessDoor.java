package dev.recap.lab.play;

import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.tool.Opened;
import java.util.function.Consumer;

/** The simulated model without network and client. */
public final class InProcessDoor implements Door {
  private final Imitated model;
  private final Simulator simulator;

  public InProcessDoor(Imitated model) {
    this.model = model;
    this.simulator = Simulator.of(model.options());
  }

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    var simulated =
        new SimulatedModel(
            simulator,
            model.profile(),
            behaviour,
            exchange -> requests.accept(exchange.requestJson()));
    return new Opened(simulated, () -> {});
  }

  @Override
  public void close() {}
}
