package dev.recap.ledger;

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
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The effects, by work item. Immutable: {@link #after} gives the next one in time that does not
 * grow with the journal.
 */
public final class Ledger {
  private static final Ledger EMPTY =
      new Ledger(Records.NONE, CallsInFlight.in("", 0, HashTreePMap.empty()));

  /** The calls of the last reply, and what is on record about them so far. */
  private record CallsInFlight(
      String runId,
      int turn,
      PMap<String, ToolCall> asked,
      PMap<String, Waiting> waiting,
      PMap<String, Decided> decided,
      PMap<String, Intended> intended) {
    static CallsInFlight in(String runId, int turn, PMap<String, ToolCall> asked) {
      return new CallsInFlight(
          runId, turn, asked, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
    }

    CallsInFlight of(String newRunId) {
      return new CallsInFlight(newRunId, turn, asked, waiting, decided, intended);
    }

    CallsInFlight plus(Waiting call) {
      return new CallsInFlight(
          runId, turn, asked, waiting.plus(call.callId(), call), decided, intended);
    }

    CallsInFlight plus(Decided word) {
      return word.turn() == turn && asked.containsKey(word.callId())
          ? new CallsInFlight(
              runId, turn, asked, waiting, decided.plus(word.callId(), word), intended)
          : this;
    }

    CallsInFlight plus(Intended begun) {
      return new CallsInFlight(
          runId, turn, asked, waiting, decided, intended.plus(begun.callId(), begun));
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
      case Replied replied -> asked(replied);
      case Intended intended -> intended(intended);
      case Answered answered -> answered(answered);
      case Settled settled ->
          unsettled(settled.subject()).map(call -> settled(call, settled)).orElse(this);
      case RunStarted(var runId, var at) -> new Ledger(records, inFlight.of(runId));
      case Waiting waiting -> new Ledger(records, inFlight.plus(waiting));
      case Decided decided -> new Ledger(records, inFlight.plus(decided));
      case UserSaid said -> this;
      case SummaryAsked asked -> this;
      case Compacted compacted -> this;
      case Weighed weighed -> this;
      case RunEnded ended -> this;
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
    return Optional.ofNullable(inFlight.intended.get(callId));
  }

  /** A call of the last reply that waits, or waited, for a person; empty when it never did. */
  public Optional<Waiting> waiting(String callId) {
    return Optional.ofNullable(inFlight.waiting.get(callId));
  }

  /** What a person said about a call of the last reply; empty when nobody has. */
  public Optional<Decided> decision(String callId) {
    return Optional.ofNullable(inFlight.decided.get(callId));
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

  private Ledger asked(Replied replied) {
    PMap<String, ToolCall> calls = HashTreePMap.empty();
    for (ToolCall call : replied.reply().calls()) {
      calls = calls.plus(call.id(), call);
    }
    return new Ledger(records, CallsInFlight.in(inFlight.runId, replied.turn(), calls));
  }

  private Ledger intended(Intended intended) {
    ToolCall call = inFlight.asked.get(intended.callId());
    if (call == null) {
      throw new IllegalArgumentException(
          "call %s of tool %s was not asked for in turn %d"
              .formatted(intended.callId(), intended.tool(), inFlight.turn));
    }
    var effect = new LedgerEffect(inFlight.turn, call, intended, null, "");
    return new Ledger(
        intended.effect().changes() ? records.with(records.effects().reserved(effect)) : records,
        inFlight.plus(intended));
  }

  private Ledger answered(Answered answered) {
    Intended intended = inFlight.intended.get(answered.callId());
    ToolCall call = inFlight.asked.get(answered.callId());
    if (intended == null || call == null) {
      return this;
    }
    var effect =
        new LedgerEffect(inFlight.turn, call, intended, answered.standing(), answered.whole());
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
