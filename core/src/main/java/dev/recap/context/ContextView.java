package dev.recap.context;

import dev.recap.context.Segment.RemarkSegment;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.context.Segment.UserSegment;
import dev.recap.conversation.Message;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Cleared;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.RollUp;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the next request. Immutable: {@link #after} gives the next one in time that grows
 * with the view, not with the journal.
 *
 * @param head text blocks of the first user message, never edited between two compactions
 * @param rolledUp closed items that the head states in counts only
 * @param tail turns and user input since, verbatim
 * @param meter tokens used
 * @param askMark no summary is asked for below this many tokens; 0 for no such mark
 */
public record ContextView(
    List<HeadBlock> head, RolledUp rolledUp, List<Segment> tail, Meter meter, long askMark) {
  /** How much the view must grow before a summary is asked for again. */
  private static final double GROWTH_BEFORE_NEXT_ASK = 1.1;

  public ContextView {
    head = List.copyOf(head);
    tail = List.copyOf(tail);
  }

  /**
   * The view before anything was said.
   *
   * @param fixedTokens estimated tokens of tools and instructions
   */
  public static ContextView empty(long fixedTokens) {
    return new ContextView(List.of(), RolledUp.NONE, List.of(), Meter.start(fixedTokens), 0);
  }

  /** The view of a whole journal. */
  public static ContextView of(List<Entry> entries, long fixedTokens) {
    ContextView view = empty(fixedTokens);
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
  public ContextView after(Entry entry, Ledger before) {
    return switch (entry) {
      case UserSaid said -> said(said);
      case Replied replied -> replied(replied);
      case Intended intended -> intended(intended, before);
      case Answered answered -> answered(answered, before);
      case Settled settled ->
          before.unsettled(settled.subject()).map(c -> settled(settled, c.effect())).orElse(this);
      case Compacted compacted -> compacted(compacted, before);
      case SummaryAsked asked -> asked(asked);
      case Weighed weighed -> this;
      case Waiting waiting -> this;
      case Decided decided -> this;
      case RunStarted started -> this;
      case RunEnded ended -> this;
    };
  }

  /** The messages of the next request. */
  public List<Message> messages() {
    return Rendering.of(head, tail);
  }

  /** The view if these turns left, stubs stood for these results, and this head for them. */
  public ContextView rewritten(
      List<HeadBlock> newHead, Set<Integer> turnsLeft, List<Cleared> cleared) {
    List<Segment> stays = Tail.cleared(Tail.without(tail, turnsLeft), cleared);
    return new ContextView(
        newHead, rolledUp, stays, meter.rewritten(contentTokens(newHead, stays)), askMark);
  }

  /** What the head's counts are made of. */
  public RollUp rollUp() {
    return rolledUp.counts();
  }

  /** Tokens of the next prompt: the last reply's usage plus an estimate of what came after. */
  public long usedTokens() {
    return meter.used();
  }

  /**
   * Tokens of the next prompt by the estimate alone, scaled as the last reply suggests. What a
   * rewrite would save is the difference of two of these.
   */
  public long estimatedTokens() {
    return meter.scaled(meter.fixed() + meter.content());
  }

  /** Estimated tokens that another view begins with like this one: what a cache may still hold. */
  public long sharedTokens(ContextView other) {
    return meter.scaled(meter.fixed() + SharedStart.tokens(this, other));
  }

  /** Tokens of tools, instructions and head alone: no compaction gets below. */
  public long leastTokens() {
    return meter.scaled(meter.fixed() + contentTokens(head, List.of()));
  }

  /** The turns of the tail, oldest first. */
  public List<TurnSegment> turns() {
    return Tail.turns(tail);
  }

  /** The blocks of one kind in the head. */
  public List<HeadBlock> head(HeadBlock.Kind kind) {
    return ofKind(head, kind);
  }

  private static List<HeadBlock> ofKind(List<HeadBlock> head, HeadBlock.Kind kind) {
    return head.stream().filter(block -> block.kind() == kind).toList();
  }

  private ContextView said(UserSaid said) {
    if (said.pinned()) {
      List<HeadBlock> longer = new ArrayList<>(head);
      longer.add(HeadBlock.of(HeadBlock.Kind.TASK, said.text()));
      return new ContextView(longer, rolledUp, tail, meter.plus(tokens(said.text())), askMark);
    }
    UserSegment segment = UserSegment.of(said.text());
    return with(Tail.plus(tail, segment), meter.plus(segment.tokens()));
  }

  private ContextView replied(Replied replied) {
    List<Slot> slots = replied.reply().calls().stream().map(Slot::of).toList();
    int tokens = replied.reply().content().stream().mapToInt(Slot::tokens).sum();
    var turn = new TurnSegment(replied.turn(), replied.reply().content(), slots, tokens);
    return with(Tail.plus(tail, turn), meter.replied(replied.reply().usage(), tokens));
  }

  private ContextView intended(Intended intended, Ledger before) {
    return slot(
        intended.callId(), slot -> slot.plus(named(intended, before)).begun(intended.effect()));
  }

  private ContextView answered(Answered answered, Ledger before) {
    boolean changes = answered.itemChange().isPresent();
    ContextView next =
        slot(
            answered.callId(),
            slot -> {
              Slot placed = slot.belongsTo().isEmpty() ? slot.plus(made(answered, before)) : slot;
              boolean late = !changes && placed.isOver(before);
              return placed
                  .plus(opened(answered.change()))
                  .answered(answered.result(), late, changes);
            });
    long tokens = tokens(answered.result().content());
    return next.with(next.tail, meter.plus(tokens)).nextItem(answered.change());
  }

  private ContextView settled(Settled settled, LedgerEffect effect) {
    RemarkSegment remark = RemarkSegment.of(effect.turn(), RemarkText.of(settled, effect));
    List<Segment> remarked =
        Tail.eachTurn(
            Tail.plus(tail, remark),
            turn ->
                turn.turn() == effect.turn()
                    ? turn.with(settled.subject().callId(), s -> s.plus(opened(settled.change())))
                    : turn);
    return with(remarked, meter.plus(remark.tokens())).nextItem(settled.change());
  }

  /** What was done while nothing was open belongs to the item that is opened next. */
  private ContextView nextItem(@Nullable ItemChange change) {
    return change != null && change.opens()
        ? with(Tail.eachTurn(tail, turn -> turn.nextItemIs(change.opening())), meter)
        : this;
  }

  private ContextView compacted(Compacted compacted, Ledger ledger) {
    ContextView next = rewritten(compacted.head(), compacted.turnsLeft(), compacted.cleared());
    List<HeadBlock> notes = next.head(HeadBlock.Kind.SUMMARY);
    boolean newNotes = !notes.isEmpty() && !notes.equals(head(HeadBlock.Kind.SUMMARY));
    return new ContextView(
        next.head,
        rolledUp.after(compacted.rollUp(), withoutLine(compacted, ledger)),
        next.tail,
        next.meter,
        newNotes ? grown(compacted.report().tokensAfter()) : askMark);
  }

  /** Closed items that this compaction takes out of the view without leaving a line for them. */
  private List<Opening> withoutLine(Compacted compacted, Ledger ledger) {
    Set<Opening> stated = new HashSet<>();
    ofKind(compacted.head(), HeadBlock.Kind.CLOSED).forEach(b -> stated.addAll(b.openings()));
    Stream<Opening> before =
        Stream.of(HeadBlock.Kind.CLOSED, HeadBlock.Kind.OPEN)
            .flatMap(kind -> head(kind).stream())
            .flatMap(block -> block.openings().stream());
    Stream<Opening> leaving =
        turns().stream()
            .filter(turn -> compacted.turnsLeft().contains(turn.turn()))
            .flatMap(TurnSegment::belongsTo);
    return Stream.concat(before, leaving)
        .filter(opening -> !stated.contains(opening) && ledger.isClosed(opening))
        .toList();
  }

  private ContextView asked(SummaryAsked asked) {
    long mark = asked.adopted() ? askMark : Math.max(askMark, grown(asked.tokensInView()));
    return new ContextView(head, rolledUp, tail, meter, mark);
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

  private ContextView slot(String callId, UnaryOperator<Slot> change) {
    return with(Tail.inLastTurn(tail, callId, change), meter);
  }

  private ContextView with(List<Segment> newTail, Meter newMeter) {
    return new ContextView(head, rolledUp, newTail, newMeter, askMark);
  }

  private static long contentTokens(List<HeadBlock> head, List<Segment> tail) {
    return head.stream().mapToLong(block -> tokens(block.text())).sum() + Tail.tokens(tail);
  }

  private static long tokens(String text) {
    return TokenEstimate.of(text) + (long) TokenEstimate.BLOCK_OVERHEAD;
  }

  /** Whether the last reply's calls all have their results. */
  public boolean everyCallAnswered() {
    return turns().stream()
        .flatMap(turn -> turn.slots().stream())
        .allMatch(s -> s.result() != null);
  }

  /** The calls of the last turn that have no result yet, in order. */
  public List<ToolCall> unanswered() {
    return turns().stream()
        .flatMap(turn -> turn.slots().stream())
        .filter(slot -> slot.result() == null)
        .map(Slot::call)
        .toList();
  }
}
