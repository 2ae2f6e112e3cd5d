package dev.recap.lab.play;

import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.tool.Opened;
import java.util.function.Consumer;

/** The simulated model without network and client. */
public final class InProcessDoor implements Door {
  private final Simulator simulator = Simulator.of(Door.options());

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    var model =
        new SimulatedModel(
            simulator,
            CurrentModel.PROFILE,
            behaviour,
            exchange -> requests.accept(exchange.requestJson()));
    return new Opened(model, () -> {});
  }

  @Override
  public void close() {}
}
