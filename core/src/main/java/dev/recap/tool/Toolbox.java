package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A set of tools as the loop needs it. The loop decides what may run and in which batches; a
 * toolbox checks and runs.
 */
public interface Toolbox {

  /** What the model is told, in a fixed order. */
  List<ToolSpec> specs();

  /** What is known about a tool; empty for a name that does not exist. */
  Optional<ToolDeclaration> declaration(String tool);

  /**
   * Reads a call once: whether it may run, and what it is about. A call of an unknown tool is
   * refused, and so is one whose arguments do not fit.
   */
  CheckedCall check(ToolCall call);

  /**
   * Runs calls that may run side by side and waits for all of them.
   *
   * <p>When the waiting thread is interrupted, calls that have not finished are stopped and
   * answered, and the thread's flag stays set. A call that gets no answer, because this method
   * throws, counts as one of which nobody knows what became of it.
   *
   * @param answered takes one answer per call as it arrives, on the calling thread
   */
  void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered);

  /** The same with the answers together, in call order. */
  default List<ToolAnswer> runAll(List<PreparedCall> calls) {
    Map<String, ToolAnswer> answers = new HashMap<>();
    runAll(calls, answer -> answers.put(answer.callId(), answer));
    return calls.stream().map(call -> answers.get(call.call().id())).toList();
  }

  /**
   * What a call said that was given up as unknown and finished after all. Never waits.
   *
   * @return an answer that is confirmed or failed; empty when there is none
   */
  default Optional<ToolAnswer> finishedLate(PreparedCall call) {
    return Optional.empty();
  }

  /**
   * Finds out whether a changing call took effect of which nobody knows. Says nothing while the
   * call itself still runs.
   *
   * @return confirmed with the tool's result, or failed when it did not happen and will not; empty
   *     when that cannot be found out
   */
  default Optional<ToolAnswer> lookUp(PreparedCall call) {
    return Optional.empty();
  }

  /**
   * Makes a call of unknown outcome again with the same idempotency key, because its other side
   * answers a repeat by what it did the first time.
   *
   * @return how it ended this time; empty while the first try still runs, or when it cannot be made
   */
  default Optional<ToolAnswer> sendAgain(PreparedCall call) {
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
