package dev.recap.ledger;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The effects, by work item. Immutable: {@link #after} gives the next one in time that does not
 * grow with the journal.
 */
public final class Ledger {
  private static final Ledger EMPTY =
      new Ledger(Records.NONE, new CallsInFlight("", 0, List.of(), TreePVector.empty()));

  /** The calls of the last reply, and what is on record about them so far, in order. */
  private record CallsInFlight(String runId, int turn, List<ToolCall> asked, PVector<Entry> since) {
    CallsInFlight plus(Entry entry) {
      return new CallsInFlight(runId, turn, asked, since.plus(entry));
    }

    Optional<ToolCall> call(String id) {
      return asked.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    <E extends Entry> Optional<E> last(Class<E> kind, Predicate<E> which) {
      return since.stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .filter(which)
          .reduce((earlier, later) -> later);
    }
  }

  private final Records records;
  private final CallsInFlight inFlight;

  private Ledger(Records records, CallsInFlight inFlight) {
    this.records = records;
    this.inFlight = inFlight;
  }

  public static Ledger empty() {
    return EMPTY;
  }

  /**
   * As it stands between two replies, in a form that changes with the releases: for a snapshot. The
   * calls of the last reply are not in it. In pieces, since it may be large: one behind the other.
   */
  public List<byte[]> packed() {
    Packer to = new Packer().text(inFlight.runId);
    PackedLedger.write(records, to);
    return to.pieces();
  }

  /** The ledger whose pieces these were, with another reply to come. */
  public static Ledger unpacked(byte[] packed) {
    var from = new Unpacker(packed);
    var none = new CallsInFlight(from.text(), 0, List.of(), TreePVector.empty());
    return new Ledger(PackedLedger.read(from), none);
  }

  /** The ledger of a whole journal. */
  public static Ledger of(List<Entry> entries) {
    Ledger ledger = EMPTY;
    for (Entry entry : entries) {
      ledger = ledger.after(entry);
    }
    return ledger;
  }

  /** The ledger once this has happened, too. */
  public Ledger after(Entry entry) {
    return switch (entry) {
      case Replied(var turn, var reply, var at) ->
          new Ledger(
              records, new CallsInFlight(inFlight.runId, turn, reply.calls(), TreePVector.empty()));
      case Intended intended -> intended(intended);
      case Answered answered -> answered(answered);
      case Settled settled ->
          unsettled(settled.subject()).map(call -> settled(call, settled)).orElse(this);
      case RunStarted(var runId, var at, var prompt) ->
          new Ledger(
              records, new CallsInFlight(runId, inFlight.turn, inFlight.asked, inFlight.since));
      case Waiting waiting -> new Ledger(records, inFlight.plus(waiting));
      case Decided decided
          when decided.turn() == inFlight.turn && inFlight.call(decided.callId()).isPresent() ->
          new Ledger(records, inFlight.plus(decided));
      case Decided late -> this;
      case UserSaid said -> this;
      case SummaryAsked asked -> this;
      case Compacted compacted -> this;
      case Weighed weighed -> this;
      case ThinkingVoided voided -> this;
      case RunEnded ended -> this;
      case Entry.Erased erased -> this;
    };
  }

  /** What is on record about the latest stretch of work on an item. */
  public Optional<OpeningRecord> latest(WorkItem item) {
    return Optional.ofNullable(records.latest().get(item)).flatMap(this::record);
  }

  /** What is on record about this stretch. */
  public Optional<OpeningRecord> record(Opening opening) {
    return Optional.ofNullable(records.all().get(opening));
  }

  /** Whether this stretch is over. */
  public boolean isClosed(Opening opening) {
    return record(opening).filter(record -> !record.isOpen()).isPresent();
  }

  /** Whether there is work, and all of it is over. */
  public boolean areClosed(Collection<Opening> work) {
    for (Opening opening : work) {
      if (!isClosed(opening)) {
        return false;
      }
    }
    return !work.isEmpty();
  }

  /** The stretches that are open, in the order of their opening. */
  public List<Opening> open() {
    return List.copyOf(records.open().values());
  }

  /** How many stretches are over. */
  public int closedItems() {
    return records.all().size() - records.open().size();
  }

  /** The open stretch of an item. */
  public Optional<Opening> open(WorkItem item) {
    return Optional.ofNullable(records.open().get(item));
  }

  /** The stretch that handing out this item joins or begins. */
  public Opening openingFor(WorkItem item) {
    return open(item)
        .orElseGet(
            () -> new Opening(item, latest(item).map(r -> r.opening().number() + 1).orElse(1)));
  }

  /** The last call with this idempotency key that has not failed. */
  public Optional<LedgerEffect> effect(IdempotencyKey key) {
    return Optional.ofNullable(records.effects().byKey().get(key));
  }

  /** The intention on record for a call of the last reply; empty when it was never made. */
  public Optional<Intended> intention(String callId) {
    return inFlight.last(Intended.class, intended -> intended.callId().equals(callId));
  }

  /** A call of the last reply that waits, or waited, for a person; empty when it never did. */
  public Optional<Waiting> waiting(String callId) {
    return inFlight.last(Waiting.class, waiting -> waiting.callId().equals(callId));
  }

  /** What a person said about a call of the last reply; empty when nobody has. */
  public Optional<Decided> decision(String callId) {
    return inFlight.last(Decided.class, word -> word.callId().equals(callId));
  }

  /** Changing effects of which nobody knows whether they happened, oldest first. */
  public List<LedgerEffect> unsettled() {
    return unsettledCalls().stream().map(Unsettled::effect).toList();
  }

  /** Those of them that an opening's closing waits for. */
  public List<LedgerEffect> blocking(Opening opening) {
    return unsettledCalls().stream()
        .filter(call -> call.openings().contains(opening) && call.effect().blocks())
        .map(Unsettled::effect)
        .toList();
  }

  /** The same, with the run and the work that each belongs to. */
  public List<Unsettled> unsettledCalls() {
    return List.copyOf(records.effects().unsettled().values());
  }

  /** The call of unknown outcome that an entry speaks of; empty when it is settled already. */
  public Optional<Unsettled> unsettled(Settled.Subject subject) {
    return Optional.ofNullable(records.effects().unsettled().get(subject.key()))
        .filter(call -> call.subject().equals(subject));
  }

  /** Confirmed changing effects that belong to no work item, oldest first. */
  public List<LedgerEffect> withoutItem() {
    return records.effects().withoutItem();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ledger ledger
        && records.equals(ledger.records)
        && inFlight.equals(ledger.inFlight);
  }

  @Override
  public int hashCode() {
    return Objects.hash(records, inFlight);
  }

  private Ledger intended(Intended intended) {
    LedgerEffect effect = begun(intended);
    return new Ledger(
        intended.effect().changes() ? records.with(records.effects().reserved(effect)) : records,
        inFlight.plus(intended));
  }

  private LedgerEffect begun(Intended intended) {
    ToolCall call =
        inFlight
            .call(intended.callId())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "call %s of tool %s was not asked for in turn %d"
                        .formatted(intended.callId(), intended.tool(), inFlight.turn)));
    return new LedgerEffect(inFlight.turn, call, intended, null, "");
  }

  private Ledger answered(Answered answered) {
    Intended intended = intention(answered.callId()).orElse(null);
    if (intended == null) {
      return this;
    }
    LedgerEffect effect = begun(intended).answered(answered.standing(), answered.whole());
    Records changed =
        records.changed(answered.change(), answered.result().content(), answered.whole());
    List<Opening> belongsTo =
        intended.namedOpening().map(List::of).orElseGet(() -> List.copyOf(changed.open().values()));
    return new Ledger(known(effect, changed, belongsTo), inFlight);
  }

  private Ledger settled(Unsettled call, Settled how) {
    LedgerEffect effect =
        call.effect()
            .answered(how.confirmed() ? Standing.CONFIRMED : Standing.FAILED, how.receipt());
    Records changed = records.changed(how.change(), how.receipt(), how.receipt());
    // What it opened is the work of a call that belonged to none.
    List<Opening> openings =
        how.itemChange().map(change -> call.nextItemIs(change.opening())).orElse(call).openings();
    return new Ledger(known(effect, changed, openings), inFlight);
  }

  /** Puts what is known of an effect under its key and, when it happened, under its work. */
  private Records known(LedgerEffect effect, Records now, List<Opening> belongsTo) {
    Effects effects = now.effects();
    if (effect.unsettled()) {
      return now.with(effects.unknown(new Unsettled(effect, inFlight.runId, belongsTo)));
    }
    boolean changes = effect.intended().effect().changes();
    if (!effect.confirmed()) {
      return changes ? now.with(effects.failed(effect)) : now;
    }
    return (changes ? now.with(effects.confirmed(effect)) : now).done(effect, belongsTo);
  }
}
