package dev.recap.projection;

import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.projection.Segment.RemarkSegment;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a view is made of, and how entries of the journal change it.
 *
 * @param head text blocks of the first user message, never edited between two compactions
 * @param rolledUp closed items that the head states in counts only
 * @param said the messages whole of which the head has blocks of the user's words
 * @param tail turns and user input since, verbatim
 * @param meter tokens used
 * @param askMark no summary is asked for below this many tokens; 0 for no such mark
 * @param binding what the thinking in the tail is bound to
 */
record ViewState(
    List<HeadBlock> head,
    RolledUp rolledUp,
    List<UserSegment> said,
    List<Segment> tail,
    Meter meter,
    long askMark,
    Binding binding) {
  /** How much the view must grow before a summary is asked for again. */
  private static final double GROWTH_BEFORE_NEXT_ASK = 1.1;

  static ViewState empty(long fixedTokens, double scale, Thinking kind) {
    return new ViewState(
        List.of(),
        RolledUp.NONE,
        List.of(),
        List.of(),
        Meter.start(fixedTokens, scale),
        0,
        Binding.of(kind));
  }

  /** The blocks of one kind in the head. */
  List<HeadBlock> head(Kind kind) {
    return ofKind(head, kind);
  }

  /** Once this has happened, too; the same one where nothing changes. */
  ViewState after(Entry entry, Ledger before) {
    return switch (entry) {
      case UserSaid user -> user.pinned() ? pinned(user) : withoutRefusal().plus(segment(user));
      case Replied replied -> replied(replied);
      case Intended intended ->
          slot(
              intended.callId(),
              slot -> slot.plus(named(intended, before)).begun(intended.effect()));
      case Answered answered -> answered(answered, before);
      case Settled settled ->
          before.unsettled(settled.subject()).map(c -> settled(settled, c.effect())).orElse(this);
      case Compacted compacted ->
          rewritten(compacted.head(), compacted.rollUp(), compacted.left(), before);
      case SummaryAsked asked ->
          asked.adopted()
              ? this
              : asked(Math.max(askMark, grown(besidesNewest(asked.tokensInView()))));
      case Weighed weighed -> this;
      case Waiting waiting -> this;
      case Decided decided -> this;
      case RunStarted started -> {
        ViewState kept = binding.isAnother(started.prompt()) ? withoutThinking() : this;
        yield kept.bound(binding.to(started.prompt()));
      }
      case ThinkingVoided voided -> bound(binding.after(voided)).withoutThinking();
      case RunEnded ended -> this;
      case Entry.Erased erased -> erased();
    };
  }

  /** If this left and this head stood for it. */
  ViewState rewritten(List<HeadBlock> newHead, RollUp rollUp, Left left, Ledger ledger) {
    List<Segment> rest = Tail.without(tail, left, binding.wantsNewest());
    long staying = rest.stream().mapToLong(Segment::tokens).sum();
    Meter now = meter.rewritten(tokens(newHead) + staying);
    List<HeadBlock> summary = ofKind(newHead, Kind.SUMMARY);
    boolean newSummary = !summary.isEmpty() && !summary.equals(head(Kind.SUMMARY));
    var next =
        new ViewState(
            List.copyOf(newHead),
            // Where no turn left, the head is the same and nothing more is counted.
            left.turns().isEmpty()
                ? rolledUp
                : rolledUp.after(rollUp, TouchedWork.counted(this, left.turns(), newHead, ledger)),
            saidBefore(ofKind(newHead, Kind.USER).size(), left.userMessages()),
            rest,
            now,
            askMark,
            binding);
    return newSummary ? next.asked(grown(next.besidesNewest(now.estimated()))) : next;
  }

  /** The last of the messages that stood in the head and of those that move there. */
  private List<UserSegment> saidBefore(int stated, int moving) {
    List<UserSegment> all = new ArrayList<>(said);
    Tail.userMessages(tail).limit(moving).map(UserSegment::withoutMedia).forEach(all::add);
    return List.copyOf(all.subList(all.size() - stated, all.size()));
  }

  private static UserSegment segment(UserSaid user) {
    return UserSegment.of(user.text(), user.media());
  }

  /** The text of the task stands in the head; what it came with may leave like any other. */
  private ViewState pinned(UserSaid task) {
    List<HeadBlock> longer = new ArrayList<>(head);
    longer.add(HeadBlock.of(Kind.TASK, task.text()));
    var next =
        new ViewState(
            List.copyOf(longer),
            rolledUp,
            said,
            tail,
            meter.plus(TokenEstimate.ofBlock(task.text())),
            askMark,
            binding);
    return task.media().isEmpty() ? next : next.plus(UserSegment.of("", task.media()));
  }

  private ViewState replied(Replied replied) {
    if (replied.reply().isCutShort()) {
      return this;
    }
    ViewState next = withoutStaleThinking();
    TurnSegment turn =
        TurnSegment.of(replied.turn(), replied.reply(), this::isTaken, meter.scale());
    return next.with(
        Tail.plus(next.tail, turn), meter.replied(replied.reply().usage(), turn.tokens()));
  }

  /** What was refused would be refused again, whatever is said behind it. */
  private ViewState withoutRefusal() {
    List<Segment> rest = Tail.withoutRefusal(tail);
    return rest.size() == tail.size() ? this : remeasured(rest);
  }

  /** What was thought stands behind something else than before, and nobody has measured that. */
  private ViewState erased() {
    List<Segment> rest = Tail.withoutThinking(tail, binding.wantsNewest());
    long staying = rest.stream().mapToLong(Segment::tokens).sum();
    return with(rest, meter.rewritten(tokens(head) + staying));
  }

  private ViewState withoutThinking() {
    return remeasured(Tail.withoutThinking(tail, binding.wantsNewest()));
  }

  /** It was wanted for as long as its turn was the newest. */
  private ViewState withoutStaleThinking() {
    return binding.wantsNewest() ? with(Tail.withoutStaleThinking(tail), meter) : this;
  }

  /** With another tail, whose prompt nobody has measured. */
  private ViewState remeasured(List<Segment> newTail) {
    if (newTail.equals(tail)) {
      return this;
    }
    long staying = newTail.stream().mapToLong(Segment::tokens).sum();
    return with(newTail, meter.rewritten(tokens(head) + staying));
  }

  /** Whether a call in view is sent under this id. */
  private boolean isTaken(String id) {
    for (Segment segment : tail) {
      if (segment instanceof TurnSegment turn && turn.sends(id)) {
        return true;
      }
    }
    return false;
  }

  private ViewState answered(Answered answered, Ledger before) {
    boolean changes = answered.itemChange().isPresent();
    ViewState next =
        slot(
            answered.callId(),
            slot -> {
              Slot placed = slot.belongsTo().isEmpty() ? slot.plus(made(answered, before)) : slot;
              boolean late = !changes && placed.isOver(before);
              return placed
                  .plus(opened(answered.change()))
                  .answered(answered.result(), late, changes);
            });
    long tokens = Slot.tokens(answered.result());
    return next.with(next.tail, meter.plus(tokens)).nextItem(answered.change());
  }

  private ViewState settled(Settled settled, LedgerEffect effect) {
    List<Segment> opening =
        Tail.eachTurn(
            tail,
            turn ->
                turn.number() == effect.turn()
                    ? turn.with(settled.subject().callId(), s -> s.plus(opened(settled.change())))
                    : turn);
    return with(opening, meter)
        .plus(RemarkSegment.of(effect.turn(), RemarkText.of(settled, effect)))
        .nextItem(settled.change());
  }

  /** What was done while nothing was open belongs to the item that is opened next. */
  private ViewState nextItem(@Nullable ItemChange change) {
    return change != null && change.opens()
        ? with(Tail.eachTurn(tail, turn -> turn.nextItemIs(change.opening())), meter)
        : this;
  }

  /** Tokens of this view without those of what the user has just said. */
  long besidesNewest(long tokens) {
    return tokens - meter.scaled(Tail.newestWords(tail));
  }

  static long grown(long tokens) {
    return Math.round(tokens * GROWTH_BEFORE_NEXT_ASK);
  }

  private static List<Opening> named(Intended intended, Ledger before) {
    return intended.namedOpening().map(List::of).orElseGet(before::open);
  }

  private static List<Opening> made(Answered answered, Ledger before) {
    return answered.about() == null ? before.open() : List.of(answered.about());
  }

  private static List<Opening> opened(@Nullable ItemChange change) {
    return change != null && change.opens() ? List.of(change.opening()) : List.of();
  }

  private ViewState slot(String callId, UnaryOperator<Slot> change) {
    return Tail.lastTurn(tail) < 0
        ? this
        : with(Tail.withLast(tail, turn -> turn.with(callId, change)), meter);
  }

  private ViewState plus(Segment segment) {
    return with(Tail.plus(tail, segment), meter.plus(segment.tokens()));
  }

  private ViewState with(List<Segment> newTail, Meter newMeter) {
    return new ViewState(head, rolledUp, said, newTail, newMeter, askMark, binding);
  }

  private ViewState asked(long newMark) {
    return new ViewState(head, rolledUp, said, tail, meter, newMark, binding);
  }

  private ViewState bound(Binding other) {
    return new ViewState(head, rolledUp, said, tail, meter, askMark, other);
  }

  private static List<HeadBlock> ofKind(List<HeadBlock> head, Kind kind) {
    return head.stream().filter(block -> block.kind() == kind).toList();
  }

  static long tokens(List<HeadBlock> head) {
    long sum = 0;
    for (HeadBlock block : head) {
      sum += TokenEstimate.ofBlock(block.block() == null ? block.text() : block.block().json());
    }
    return sum;
  }
}
