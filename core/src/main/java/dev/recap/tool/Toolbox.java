package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of tools as the loop needs it. The loop decides what may run and in which batches; a
 * toolbox checks and runs.
 */
public interface Toolbox {

  /**
   * What a tool declares about its calls.
   *
   * @param identity which item a call is about, and what makes two calls the same effect
   * @param role whether a call opens or closes a work item
   * @param approval whether a person has to say yes before a call runs
   */
  record ToolDeclaration(
      String tool, Effect effect, Identity identity, Role role, boolean approval) {

    /** What a tool does to the life of a work item. */
    public sealed interface Role {
      /** It works on an item that is open, or on none. */
      record Works() implements Role {}

      /** It hands out items. */
      record Opens() implements Role {}

      /** It finishes the item it is called on, once the named tools have succeeded for it. */
      record Closes(List<String> requires) implements Role {
        public Closes {
          requires = List.copyOf(requires);
        }
      }
    }

    public ToolDeclaration {
      Objects.requireNonNull(tool, "tool");
      Objects.requireNonNull(effect, "effect");
      Objects.requireNonNull(identity, "identity");
      boolean reads = effect == Effect.READ_ONLY;
      if (role instanceof Role.Closes && (reads || identity.item() == null)) {
        throw new IllegalArgumentException(
            "tool '%s' closes a work item, so %s"
                .formatted(
                    tool, reads ? "it is not READ_ONLY" : "one parameter must be marked @Item"));
      }
    }

    /** Whether a call of it opens an item anew that was closed: looking does not. */
    public boolean opensAgain() {
      return role instanceof Role.Opens && effect.changes();
    }
  }

  /** A call that was checked and is on record, ready to run. */
  record PreparedCall(CheckedCall checked, CallContext context) {
    public PreparedCall {
      Objects.requireNonNull(checked, "checked");
      Objects.requireNonNull(context, "context");
    }

    public ToolCall call() {
      return checked.call();
    }
  }

  /**
   * What two calls of a tool have in common that are about the same item, or the same effect.
   *
   * @param item the argument that holds a work item's key; null when there is none
   * @param keys the arguments that tell two effects apart; empty for all of them
   * @param letters how the letters of each of these arguments count; as written where not said
   * @param scope how far "at most once" reaches
   * @param keyHonoured for how long the other side knows an idempotency key again; zero for not at
   *     all
   */
  record Identity(
      @Nullable String item,
      List<String> keys,
      Map<String, Letters> letters,
      Scope scope,
      Duration keyHonoured) {
    /** No item, and all arguments count. */
    public static final Identity NONE =
        new Identity(null, List.of(), Map.of(), Scope.STANDARD, Duration.ZERO);

    public Identity {
      keys = List.copyOf(keys);
      Map<String, Letters> all = new HashMap<>(letters);
      Stream.concat(Stream.ofNullable(item), keys.stream())
          .forEach(name -> all.putIfAbsent(name, Letters.AS_WRITTEN));
      letters = Map.copyOf(all);
      Objects.requireNonNull(scope, "scope");
      if (keyHonoured.isNegative()) {
        throw new IllegalArgumentException(
            "a key cannot be honoured for less than no time, but was " + keyHonoured);
      }
      if (scope == Scope.OPENING && item == null) {
        throw new IllegalArgumentException(
            "the scope is an item's OPENING, but no parameter is marked @Item");
      }
    }
  }

  /** What the model is told, in a fixed order. */
  List<ToolSpec> specs();

  /** What is known about a tool; empty for a name that does not exist. */
  Optional<ToolDeclaration> declaration(String tool);

  /**
   * Reads a call once: whether it may run, and what it is about. A call of an unknown tool is
   * refused, and so is one whose arguments do not fit.
   */
  CheckedCall check(ToolCall call);

  /** How long a call may take before it is given up; zero where that is not known. */
  default Duration longestCall() {
    return Duration.ZERO;
  }

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

  /** A way to find out what became of a call of which nobody knows. */
  enum Way {
    /** To take what it said itself after it was given up. Never waits. */
    LATE_FINISH,
    /**
     * To read the answer that the tool keeps together with its effect, which only the journal's
     * present writer can: what is not there never happens.
     */
    RECORDED,
    /** To look, without changing anything, whether it took effect. */
    LOOK_UP,
    /**
     * To make it again with the same idempotency key, because its other side answers a repeat by
     * what it did the first time.
     */
    SENT_AGAIN
  }

  /**
   * Finds out what became of a changing call of which nobody knows.
   *
   * @return confirmed with the tool's result, or failed when it did not happen and will not; of one
   *     sent again how it ended this time; empty when that cannot be found out, or not while the
   *     call itself still runs
   */
  default Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    return Optional.empty();
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
