package dev.recap.lab.play;

import dev.recap.model.Model;
import dev.recap.simulator.Behaviour;
import java.util.function.Consumer;

/** Where the simulated model is reached. Safe for several threads. */
public interface Door extends AutoCloseable {

  /**
   * A model for one run, which asks once and does not try again.
   *
   * @param requests told of the bytes of every request, as text
   */
  Opened open(Behaviour behaviour, Consumer<String> requests);

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
