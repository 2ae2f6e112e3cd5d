package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.util.List;
import java.util.Optional;

/**
 * A set of tools as the loop needs it. The loop decides what may run and in which batches; a
 * toolbox checks and runs.
 */
public interface Toolbox {

  /** What the model is told, in a fixed order. */
  List<ToolSpec> specs();

  /** What is known about a tool; empty for a name that does not exist. */
  Optional<ToolDeclaration> declaration(String tool);

  /** Why the arguments do not fit the tool's schema, in words for the model; empty when they do. */
  Optional<String> complaint(ToolCall call);

  /**
   * Runs calls that may run side by side and waits for all of them.
   *
   * <p>When the waiting thread is interrupted, calls that have not finished are stopped and
   * answered, and the thread's flag stays set.
   *
   * @return one answer per call, in call order, whatever happened
   */
  List<ToolAnswer> runAll(List<PreparedCall> calls);

  /**
   * What a call said that was given up as unknown and finished after all. Never waits.
   *
   * @return an answer that is confirmed or failed; empty when there is none
   */
  default Optional<ToolAnswer> finishedLate(PreparedCall call) {
    return Optional.empty();
  }

  /**
   * Finds out whether a changing call took effect of which nobody knows.
   *
   * @return confirmed with the tool's result, or failed when it did not happen and will not; empty
   *     when that cannot be found out
   */
  default Optional<ToolAnswer> lookUp(PreparedCall call) {
    return Optional.empty();
  }

  /** A toolbox without tools, for a plain chat. */
  static Toolbox empty() {
    return Tools.of();
  }

  /**
   * Several toolboxes as one, the specs in the order of the toolboxes. Calls that may run side by
   * side do so within one toolbox; the toolboxes take turns.
   *
   * @throws IllegalArgumentException when two tools share a name
   */
  static Toolbox of(Toolbox... toolboxes) {
    return new CombinedToolbox(List.of(toolboxes));
  }
}
