package dev.recap.projection;

import dev.recap.context.ContextView;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.invariants.Sendable;
import dev.recap.journal.Compacted.Stub;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.words.MediaText;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Effect;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of the tail that leaves whole or stays whole. */
public sealed interface Segment {

  /** Estimated tokens in a prompt. */
  int tokens();

  /**
   * What the user said.
   *
   * @param text empty where the text stands in the head and only what it came with is here
   * @param media what it came with
   */
  record UserSegment(String text, List<Media> media, int tokens) implements Segment {
    static UserSegment of(String text, List<Media> media) {
      int said = text.isEmpty() ? 0 : TokenEstimate.ofBlock(text);
      return new UserSegment(text, media, said + MediaText.tokens(media));
    }

    /** In words alone. */
    public UserSegment withoutMedia() {
      return media.isEmpty() ? this : of(MediaText.without(media, text), List.of());
    }
  }

  /** What the runtime has to say about a call of an earlier turn; it leaves with that turn. */
  record RemarkSegment(int about, String text, int tokens) implements Segment {
    static RemarkSegment of(int turn, String text) {
      return new RemarkSegment(turn, text, TokenEstimate.ofBlock(text));
    }
  }

  /**
   * One reply and the results of its calls.
   *
   * @param given the reply with its thinking
   * @param thinking whether that is sent
   * @param thinkingTokens estimated tokens of the thinking, sent or not
   * @param isRefusal whether the model declined
   */
  record TurnSegment(
      int number,
      List<Block> given,
      Kept thinking,
      List<Slot> calls,
      int tokens,
      int thinkingTokens,
      boolean isRefusal)
      implements Segment, ContextView.Turn {
    private static final Comparator<Opening> BY_ITEM =
        Comparator.comparing(Opening::item).thenComparingInt(Opening::number);

    public TurnSegment {
      given = List.copyOf(given);
      calls = List.copyOf(calls);
    }

    /** What becomes of a turn's thinking: all of it, or none. */
    enum Kept {
      /** It stands as it came, or there is none. */
      HELD,
      /** Its prefix has changed, but its provider wants it until the next reply. */
      STALE,
      /** It has left, for good. */
      LEFT
    }

    /**
     * A reply, as it is sent.
     *
     * @param taken whether a call before it has this id as it was sent
     * @param scale tokens for one estimated
     */
    static TurnSegment of(int number, ModelReply reply, Predicate<String> taken, double scale) {
      List<Block> sent = Sendable.reply(number, reply.content(), taken);
      List<Slot> calls = new ArrayList<>();
      int tokens = 0;
      int thought = 0;
      for (Block block : sent) {
        if (Sendable.isThinking(block)) {
          thought += Slot.tokens(block);
        } else {
          tokens += Slot.tokens(block);
        }
        if (block instanceof ToolCall call) {
          ToolCall made = reply.calls().get(calls.size());
          calls.add(new Slot(number, made, call.id(), null, Set.of(), false, Content.VERBATIM));
        }
      }
      // A signature is longer or shorter than what was thought, which may not be shown at all.
      long told = reply.usage().thinkingTokens();
      int thinking = thought > 0 && told > 0 ? (int) Math.ceil(told / scale) : thought;
      boolean refusal = reply.stopReason() == StopReason.REFUSAL;
      return new TurnSegment(number, sent, Kept.HELD, calls, tokens + thinking, thinking, refusal);
    }

    /** As it is sent. */
    public List<Block> reply() {
      return thinking == Kept.LEFT
          ? given.stream().filter(block -> !Sendable.isThinking(block)).toList()
          : given;
    }

    @Override
    public boolean hasThinking() {
      return thinking != Kept.LEFT && thinkingTokens > 0;
    }

    /** Whether one of its calls is sent under this id. */
    boolean sends(String id) {
      for (Slot slot : calls) {
        if (slot.sentAs.equals(id)) {
          return true;
        }
      }
      return false;
    }

    /** The work its calls belong to, call by call and each in the order of the keys. */
    public Stream<Opening> belongsTo() {
      return calls.stream().flatMap(call -> call.belongsTo().stream().sorted(BY_ITEM));
    }

    TurnSegment with(String callId, UnaryOperator<Slot> change) {
      List<Slot> changed = new ArrayList<>(calls.size());
      int sum = 0;
      for (Slot slot : calls) {
        Slot now = slot.call.id().equals(callId) ? change.apply(slot) : slot;
        sum += now.answerTokens() - slot.answerTokens();
        changed.add(now);
      }
      return new TurnSegment(
          number, given, thinking, changed, tokens + sum, thinkingTokens, isRefusal);
    }

    TurnSegment nextItemIs(Opening opening) {
      if (calls.stream().noneMatch(slot -> slot.belongsTo.isEmpty())) {
        return this;
      }
      List<Slot> changed =
          calls.stream()
              .map(slot -> slot.belongsTo.isEmpty() ? slot.plus(List.of(opening)) : slot)
              .toList();
      return new TurnSegment(number, given, thinking, changed, tokens, thinkingTokens, isRefusal);
    }

    TurnSegment withoutThinking() {
      return hasThinking()
          ? new TurnSegment(
              number, given, Kept.LEFT, calls, tokens - thinkingTokens, thinkingTokens, isRefusal)
          : this;
    }

    /** With thinking that no longer stands behind what it was signed for. */
    TurnSegment withStaleThinking() {
      if (thinkingTokens == 0) {
        return this;
      }
      int more = hasThinking() ? 0 : thinkingTokens;
      return new TurnSegment(
          number, given, Kept.STALE, calls, tokens + more, thinkingTokens, isRefusal);
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
   * @param sentAs its id as it is sent
   * @param answer as it is sent; null while it is unanswered
   * @param belongsTo the work it belongs to; empty until the next item is opened
   * @param isAfterClosing whether the result was given when all the work it belongs to was over
   * @param content what may become of the result
   */
  record Slot(
      int turn,
      ToolCall call,
      String sentAs,
      @Nullable ToolResult answer,
      Set<Opening> belongsTo,
      boolean isAfterClosing,
      Content content)
      implements ContextView.Call {
    public Slot {
      belongsTo = Set.copyOf(belongsTo);
    }

    @Override
    public Optional<ToolResult> result() {
      return Optional.ofNullable(answer);
    }

    @Override
    public boolean isDispensable() {
      return answer != null && content == Content.DISPENSABLE;
    }

    /** Whether it belongs to work, and all of it is finished. */
    public boolean isOver(Ledger ledger) {
      return ledger.areClosed(belongsTo);
    }

    Slot plus(List<Opening> more) {
      if (more.isEmpty()) {
        return this;
      }
      Set<Opening> all = new LinkedHashSet<>(belongsTo);
      all.addAll(more);
      return new Slot(turn, call, sentAs, answer, all, isAfterClosing, content);
    }

    Slot begun(Effect effect) {
      Content may = effect == Effect.READ_ONLY ? Content.DISPENSABLE : Content.VERBATIM;
      return new Slot(turn, call, sentAs, answer, belongsTo, isAfterClosing, may);
    }

    /** What hands out or closes an item stays, whatever the tool is declared as. */
    Slot answered(ToolResult result, boolean late, boolean changesItem) {
      Content may = changesItem ? Content.VERBATIM : content;
      return new Slot(turn, call, sentAs, Sendable.result(result, sentAs), belongsTo, late, may);
    }

    Slot stubbed(Stub stub) {
      if (answer == null) {
        return this;
      }
      var line = new ToolResult(sentAs, stub.text(), answer.error());
      return new Slot(turn, call, sentAs, line, belongsTo, isAfterClosing, Content.STUB);
    }

    private int answerTokens() {
      return answer == null ? 0 : tokens(answer);
    }

    static int tokens(Block block) {
      return switch (block) {
        case Text text -> TokenEstimate.ofBlock(text.text());
        case ToolCall call ->
            TokenEstimate.ofBlock(call.tool()) + TokenEstimate.of(call.arguments());
        case Media media -> MediaText.tokens(List.of(media));
        case ToolResult result ->
            TokenEstimate.ofBlock(result.content()) + MediaText.tokens(result.media());
        case Opaque opaque -> TokenEstimate.ofBlock(opaque.json());
      };
    }
  }
}
