package dev.recap.projection;

import dev.recap.context.ContextView;
import dev.recap.conversation.Message;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Entry;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.TurnSegment.Kept;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The view as a projection of the journal: {@link #after} gives the next one, in time that grows
 * with the view only where an entry changes all of it.
 */
public final class View implements ContextView {
  final ViewState state;
  private @Nullable List<Message> messages;
  private @Nullable List<TurnSegment> turns;

  private View(ViewState state) {
    this.state = state;
  }

  /** The view before anything was said to a model of which nothing is known. */
  public static View empty(long fixedTokens) {
    return new View(ViewState.empty(fixedTokens, TokenEstimate.USUAL_SCALE, Thinking.BOUND));
  }

  /**
   * The view before anything was said.
   *
   * @param fixedTokens estimated tokens of tools and instructions
   */
  public static View empty(long fixedTokens, ModelProfile model) {
    return new View(ViewState.empty(fixedTokens, model.tokenScale(), model.thinking()));
  }

  static View of(ViewState state) {
    return new View(state);
  }

  /** The view of a whole journal. */
  public static View of(List<Entry> entries, long fixedTokens) {
    View view = empty(fixedTokens);
    Ledger ledger = Ledger.empty();
    for (Entry entry : entries) {
      view = view.after(entry, ledger);
      ledger = ledger.after(entry);
    }
    return view;
  }

  /**
   * The view once this has happened, too.
   *
   * @param before the ledger as it stood before the entry
   */
  @SuppressWarnings("ReferenceEquality") // The same one was handed back: nothing changed.
  public View after(Entry entry, Ledger before) {
    ViewState next = state.after(entry, before);
    return next == state ? this : new View(next);
  }

  /**
   * The view if this left and this head stood for it.
   *
   * @param rollUp what the new head's counts are made of
   */
  public View rewritten(List<HeadBlock> head, RollUp rollUp, Left left, Ledger ledger) {
    return new View(state.rewritten(head, rollUp, left, ledger));
  }

  @Override
  public List<Message> messages() {
    if (messages == null) {
      messages = Rendering.of(state.head(), state.tail());
    }
    return messages;
  }

  @Override
  public List<TurnSegment> turns() {
    if (turns == null) {
      turns = Tail.turns(state.tail());
    }
    return turns;
  }

  @Override
  public long usedTokens() {
    return state.meter().used();
  }

  /** The same without what the user has just said, which cannot leave yet. */
  public long usedBesidesNewest() {
    return state.besidesNewest(usedTokens());
  }

  @Override
  public long estimatedTokens() {
    return state.meter().estimated();
  }

  @Override
  public long leastTokens() {
    return state.meter().scaled(state.meter().fixed() + ViewState.tokens(state.head()));
  }

  /** Estimated tokens at the scale that the last reply suggests. */
  public long scaled(long tokens) {
    return state.meter().scaled(tokens);
  }

  /** Estimated tokens without the scale that the last reply suggests. */
  public long unscaled(long tokens) {
    return (long) Math.ceil(tokens / state.meter().scale());
  }

  public List<HeadBlock> head() {
    return state.head();
  }

  /** The fingerprint of what its thinking is bound to, where that is known. */
  public Optional<String> prompt() {
    return Optional.ofNullable(state.binding().prompt());
  }

  /** Whether the provider is asked to pass over thinking whose prefix has changed. */
  public boolean dropsStaleThinking() {
    return state.binding().wasRefused();
  }

  /** Whether the last reply of a request is refused without its thinking. */
  public boolean wantsNewest() {
    return state.binding().wantsNewest();
  }

  /** Whether any thinking is sent for which its provider could hold a difference against it. */
  public boolean holdsThinking() {
    return turns().stream().anyMatch(turn -> turn.hasThinking() && turn.thinking() == Kept.HELD);
  }

  /** The messages but for thinking that the provider is known to pass over. */
  public List<Message> bindingMessages() {
    return dropsStaleThinking()
        ? Rendering.of(state.head(), Tail.withoutStaleThinking(state.tail()))
        : messages();
  }

  /** The blocks of one kind in the head. */
  public List<HeadBlock> head(Kind kind) {
    return state.head(kind);
  }

  /** Turns and user input since the last compaction, oldest first. */
  public List<Segment> tail() {
    return state.tail();
  }

  /** What the user said in the messages that the head has blocks of, whole and oldest first. */
  public List<UserSegment> said() {
    return state.said();
  }

  /** What the head's counts are made of. */
  public RollUp rollUp() {
    return state.rolledUp().counts();
  }

  /** Whether the head states this closed item in counts only. */
  public boolean isRolledUp(Opening opening) {
    return state.rolledUp().openings().contains(opening);
  }

  /** No summary is asked for below this many tokens. */
  public long askMark() {
    return state.askMark();
  }

  /** Estimated tokens that another view begins with like this one: what a cache may still hold. */
  public long sharedTokens(View other) {
    long tokens = state.meter().fixed();
    Iterator<Object> others = other.blocks().iterator();
    for (Object block : blocks()) {
      if (!others.hasNext() || !block.equals(others.next())) {
        break;
      }
      tokens +=
          block instanceof Segment segment
              ? segment.tokens()
              : ViewState.tokens(List.of((HeadBlock) block));
    }
    return state.meter().scaled(tokens);
  }

  /** Head and tail. */
  private List<Object> blocks() {
    List<Object> blocks = new ArrayList<>(state.head());
    blocks.addAll(state.tail());
    return blocks;
  }

  /** The calls of the last turn that have no result yet, in order. */
  public List<ToolCall> unanswered() {
    int last = Tail.lastTurn(state.tail());
    if (last < 0) {
      return List.of();
    }
    return ((TurnSegment) state.tail().get(last))
        .calls().stream().filter(slot -> slot.answer() == null).map(Slot::call).toList();
  }

  /** What the user said in the tail, oldest first. */
  public Stream<UserSegment> userMessages() {
    return Tail.userMessages(state.tail());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof View view && state.equals(view.state);
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }
}
