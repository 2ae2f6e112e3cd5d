package dev.recap.lab.play;

import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.Model;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.function.Consumer;

/** Where the simulated model is reached. Safe for several threads. */
public interface Door extends AutoCloseable {

  /**
   * A model for one run, which asks once and does not try again.
   *
   * @param requests told of the bytes of every request, as text
   */
  Opened open(Behaviour behaviour, Consumer<String> requests);

  /**
   * What all doors lead to. A held summary ends with the server's own time-out, so that no run
   * depends on how fast this machine is.
   */
  static SimulatorOptions options() {
    return SimulatorOptions.defaults()
        .withWindowTokens(CurrentModel.PROFILE.windowTokens())
        .withSummaryHold(Duration.ZERO)
        .withKeepExchanges(false);
  }

  @Override
  void close();

  /** A model and how it is let go. */
  record Opened(Model model, Runnable letGo) implements AutoCloseable {
    @Override
    public void close() {
      letGo.run();
    }
  }
}
