package dev.recap.lab.play;

import dev.recap.model.Model;
import java.util.Map;
import java.util.function.Consumer;

/** Where the rehearsal model is reached. Safe for several threads. */
public interface Door extends AutoCloseable {

  /**
   * A model for one run.
   *
   * @param headers how it behaves
   * @param requests told of the bytes of every request, as text
   */
  Opened open(Map<String, String> headers, Consumer<String> requests);

  @Override
  void close();

  /** A model and what it holds on to. */
  record Opened(Model model, Runnable letGo) implements AutoCloseable {
    @Override
    public void close() {
      letGo.run();
    }
  }
}
