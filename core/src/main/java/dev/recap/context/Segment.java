package dev.recap.context;

import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.ledger.Ledger;
import dev.recap.work.Effect;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of the tail that leaves whole or stays whole. */
public sealed interface Segment {

  /** Estimated tokens in a prompt. */
  int tokens();

  /** What the user said. */
  record UserSegment(String text, int tokens) implements Segment {
    static UserSegment of(String text) {
      return new UserSegment(text, TokenEstimate.of(text) + TokenEstimate.BLOCK_OVERHEAD);
    }
  }

  /** What the runtime has to say about a call of an earlier turn; it leaves with that turn. */
  record RemarkSegment(int about, String text, int tokens) implements Segment {
    static RemarkSegment of(int turn, String text) {
      return new RemarkSegment(turn, text, TokenEstimate.of(text) + TokenEstimate.BLOCK_OVERHEAD);
    }
  }

  /** One reply and the results of its calls. */
  record TurnSegment(int turn, List<Block> reply, List<Slot> slots, int tokens) implements Segment {
    private static final Comparator<Opening> BY_ITEM =
        Comparator.comparing(Opening::item).thenComparingInt(Opening::number);

    public TurnSegment {
      reply = List.copyOf(reply);
      slots = List.copyOf(slots);
    }

    /** Whether a signature binds this turn to the messages before it. */
    public boolean hasThinking() {
      return reply.stream().anyMatch(block -> block instanceof Opaque o && o.isThinking());
    }

    /** The work its calls belong to, call by call and each in the order of the keys. */
    Stream<Opening> belongsTo() {
      return slots.stream().flatMap(slot -> slot.belongsTo().stream().sorted(BY_ITEM));
    }

    TurnSegment with(String callId, UnaryOperator<Slot> change) {
      List<Slot> changed = new ArrayList<>();
      int sum = 0;
      for (Slot slot : slots) {
        Slot now = slot.call.id().equals(callId) ? change.apply(slot) : slot;
        sum += now.tokens() - slot.tokens();
        changed.add(now);
      }
      return new TurnSegment(turn, reply, changed, tokens + sum);
    }

    TurnSegment nextItemIs(Opening opening) {
      return new TurnSegment(
          turn, reply, slots.stream().map(slot -> slot.nextItemIs(opening)).toList(), tokens);
    }
  }

  /** What may become of a result. */
  enum Content {
    /** It stays as it is while its turn does. */
    VERBATIM,
    /** The tool only looked something up: a stub may stand for it. */
    DISPENSABLE,
    /** A stub stands for it. */
    STUB
  }

  /**
   * One call and its result.
   *
   * @param result null while it is unanswered
   * @param belongsTo the work it belongs to; empty until the next item is opened
   * @param afterClosing whether the result was given when all the work it belongs to was over
   * @param content what may become of the result
   */
  record Slot(
      ToolCall call,
      @Nullable ToolResult result,
      Set<Opening> belongsTo,
      boolean afterClosing,
      Content content) {
    public Slot {
      Objects.requireNonNull(call, "call");
      belongsTo = Set.copyOf(belongsTo);
      Objects.requireNonNull(content, "content");
    }

    static Slot of(ToolCall call) {
      return new Slot(call, null, Set.of(), false, Content.VERBATIM);
    }

    /** Whether a stub may stand for its result. */
    public boolean mayBeCleared() {
      return result != null && content == Content.DISPENSABLE;
    }

    int tokens() {
      int answer =
          result == null ? 0 : TokenEstimate.of(result.content()) + TokenEstimate.BLOCK_OVERHEAD;
      return tokens(call) + answer;
    }

    /** Whether it belongs to work, and all of it is finished. */
    boolean isOver(Ledger ledger) {
      return !belongsTo.isEmpty() && belongsTo.stream().allMatch(ledger::isClosed);
    }

    Slot plus(List<Opening> more) {
      Set<Opening> all = new LinkedHashSet<>(belongsTo);
      all.addAll(more);
      return new Slot(call, result, all, afterClosing, content);
    }

    Slot begun(Effect effect) {
      Content may = effect == Effect.READ_ONLY ? Content.DISPENSABLE : Content.VERBATIM;
      return new Slot(call, result, belongsTo, afterClosing, may);
    }

    /** What hands out or closes an item stays, whatever the tool is declared as. */
    Slot answered(ToolResult answer, boolean late, boolean changesItem) {
      Content may = changesItem ? Content.VERBATIM : content;
      return new Slot(call, answer, belongsTo, late, may);
    }

    Slot cleared(String stub) {
      return result == null
          ? this
          : new Slot(
              call,
              new ToolResult(call.id(), stub, result.error()),
              belongsTo,
              afterClosing,
              Content.STUB);
    }

    Slot nextItemIs(Opening opening) {
      return belongsTo.isEmpty() ? plus(List.of(opening)) : this;
    }

    static int tokens(Block block) {
      return TokenEstimate.BLOCK_OVERHEAD
          + switch (block) {
            case Text text -> TokenEstimate.of(text.text());
            case ToolCall call ->
                TokenEstimate.of(call.tool()) + TokenEstimate.of(call.arguments());
            case ToolResult result -> TokenEstimate.of(result.content());
            case Opaque opaque -> TokenEstimate.of(opaque.json());
          };
    }
  }
}
