package dev.recap.desk.batch;

import dev.recap.agent.RunListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is about, beside its queue.
 *
 * @param lot what its tickets were picked under; null for all that wait
 * @param instructions what the agent is told beside its task; may be empty
 * @param listener hears of every entry, on the worker's own thread
 */
public record Brief(@Nullable String lot, String instructions, RunListener listener) {
  /** All tickets, without a word. */
  public static final Brief ALL = new Brief(null, "", (run, entry) -> {});

  public Brief {
    Objects.requireNonNull(instructions, "instructions");
    Objects.requireNonNull(listener, "listener");
  }
}
