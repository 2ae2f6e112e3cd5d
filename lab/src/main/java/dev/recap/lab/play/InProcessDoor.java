package dev.recap.lab.play;

import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.model.ModelProfile;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.tool.Opened;
import java.util.function.Consumer;

/** The simulated model without network and client. */
public final class InProcessDoor implements Door {
  private final ModelProfile profile;
  private final Simulator simulator;

  public InProcessDoor(ModelProfile profile) {
    this.profile = profile;
    this.simulator = Simulator.of(Door.options(profile));
  }

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    var model =
        new SimulatedModel(
            simulator, profile, behaviour, exchange -> requests.accept(exchange.requestJson()));
    return new Opened(model, () -> {});
  }

  @Override
  public void close() {}
}
