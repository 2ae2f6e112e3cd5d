package dev.recap.ledger;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.NotesAsked;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Weighed;
import dev.recap.work.EffectKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The effects, by work item. Immutable: {@link #after} gives the next one in time that does not
 * grow with the journal.
 */
public final class Ledger {
  private static final Ledger EMPTY =
      new Ledger(
          new Records(
              HashTreePMap.empty(),
              HashTreePMap.empty(),
              OrderedPMap.empty(),
              HashTreePMap.empty(),
              OrderedPMap.empty()),
          TreePVector.empty(),
          CallsInFlight.NONE);

  /** The maps that grow with the work done. */
  private record Records(
      PMap<Opening, OpeningRecord> all,
      PMap<WorkItem, Opening> latest,
      PMap<WorkItem, Opening> open,
      PMap<EffectKey, LedgerEffect> byKey,
      PMap<EffectKey, LedgerEffect> unsettled) {

    Records plus(OpeningRecord record) {
      WorkItem item = record.opening().item();
      return new Records(
          all.plus(record.opening(), record),
          latest.plus(item, record.opening()),
          record.isOpen() ? open.plus(item, record.opening()) : open.minus(item),
          byKey,
          unsettled);
    }

    Records reserved(LedgerEffect effect) {
      return new Records(all, latest, open, byKey.plus(effect.key(), effect), unsettled);
    }

    Records settled(LedgerEffect effect) {
      return new Records(
          all,
          latest,
          open,
          effect.confirmed() || effect.unsettled()
              ? byKey.plus(effect.key(), effect)
              : byKey.minus(effect.key()),
          effect.unsettled()
              ? unsettled.plus(effect.key(), effect)
              : unsettled.minus(effect.key()));
    }
  }

  /** The calls of the last reply that have no answer yet. */
  private record CallsInFlight(
      int turn, PMap<String, ToolCall> asked, PMap<String, Intended> intended) {
    static final CallsInFlight NONE =
        new CallsInFlight(0, HashTreePMap.empty(), HashTreePMap.empty());
  }

  private final Records records;
  private final PVector<LedgerEffect> withoutItem;
  private final CallsInFlight inFlight;

  private Ledger(Records records, PVector<LedgerEffect> withoutItem, CallsInFlight inFlight) {
    this.records = records;
    this.withoutItem = withoutItem;
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
      case RunStarted started -> this;
      case UserSaid said -> this;
      case NotesAsked asked -> this;
      case Compacted compacted -> this;
      case Weighed weighed -> this;
      case RunEnded ended -> this;
    };
  }

  /** What is on record about the latest stretch of work on an item. */
  public Optional<OpeningRecord> latest(WorkItem item) {
    return Optional.ofNullable(records.latest.get(item)).flatMap(this::record);
  }

  /** What is on record about this stretch. */
  public Optional<OpeningRecord> record(Opening opening) {
    return Optional.ofNullable(records.all.get(opening));
  }

  /** Whether this stretch is over. */
  public boolean isClosed(Opening opening) {
    return record(opening).filter(record -> !record.isOpen()).isPresent();
  }

  /** The stretches that are open, in the order of their opening. */
  public List<Opening> open() {
    return List.copyOf(records.open.values());
  }

  /** How many stretches are over. */
  public int closedItems() {
    return records.all.size() - records.open.size();
  }

  /** The open stretch of an item. */
  public Optional<Opening> open(WorkItem item) {
    return Optional.ofNullable(records.open.get(item));
  }

  /** The stretch that handing out this item joins or begins. */
  public Opening openingFor(WorkItem item) {
    return open(item)
        .orElseGet(
            () -> new Opening(item, latest(item).map(r -> r.opening().number() + 1).orElse(1)));
  }

  /** The last call with this effect key that has not failed. */
  public Optional<LedgerEffect> effect(EffectKey key) {
    return Optional.ofNullable(records.byKey.get(key));
  }

  /** The intention on record for a call of the last reply; empty when it was never made. */
  public Optional<Intended> intention(String callId) {
    return Optional.ofNullable(inFlight.intended.get(callId));
  }

  /** Changing effects of which nobody knows whether they happened, oldest first. */
  public List<LedgerEffect> unsettled() {
    return List.copyOf(records.unsettled.values());
  }

  /** Confirmed changing effects that belong to no work item, oldest first. */
  public List<LedgerEffect> withoutItem() {
    return withoutItem;
  }

  private Ledger asked(Replied replied) {
    PMap<String, ToolCall> calls = HashTreePMap.empty();
    for (ToolCall call : replied.reply().calls()) {
      calls = calls.plus(call.id(), call);
    }
    return new Ledger(
        records, withoutItem, new CallsInFlight(replied.turn(), calls, HashTreePMap.empty()));
  }

  private Ledger intended(Intended intended) {
    var now =
        new CallsInFlight(
            inFlight.turn, inFlight.asked, inFlight.intended.plus(intended.callId(), intended));
    ToolCall call = inFlight.asked.get(intended.callId());
    if (call == null) {
      throw new IllegalArgumentException(
          "call %s of tool %s was not asked for in turn %d"
              .formatted(intended.callId(), intended.tool(), inFlight.turn));
    }
    var effect = new LedgerEffect(inFlight.turn, call, intended, null, "");
    return new Ledger(reserve(effect), withoutItem, now);
  }

  private Ledger answered(Answered answered) {
    Intended intended = inFlight.intended.get(answered.callId());
    ToolCall call = inFlight.asked.get(answered.callId());
    if (intended == null || call == null) {
      return this;
    }
    var effect =
        new LedgerEffect(inFlight.turn, call, intended, null, "")
            .answered(answered.standing(), answered.whole());
    Records after = settle(effect, itemChanged(answered));
    boolean loose =
        effect.confirmed()
            && intended.effect().changes()
            && intended.namedOpening().isEmpty()
            && answered.itemChange().isEmpty()
            && after.open.isEmpty();
    return new Ledger(after, loose ? withoutItem.plus(effect) : withoutItem, inFlight);
  }

  private Records reserve(LedgerEffect effect) {
    return effect.intended().effect().changes() ? records.reserved(effect) : records;
  }

  private Records itemChanged(Answered answered) {
    return switch (answered.change()) {
      case ItemOpened opened ->
          records.plus(
              record(opened.opening())
                  .map(known -> known.handedOutAgain(answered.result().content()))
                  .orElseGet(() ->
                      OpeningRecord.opened(
                          opened.opening(), answered.result().content(), opened.closings())));
      case ItemClosed closed ->
          records.plus(
              record(closed.opening())
                  .orElseGet(() -> OpeningRecord.opened(closed.opening(), "", List.of()))
                  .closed(new OpeningRecord.Closing(closed.facts(), answered.whole())));
      case null -> records;
    };
  }

  /** Puts an answered effect under its key and under the items it belongs to. */
  private static Records settle(LedgerEffect effect, Records records) {
    Records settled = records;
    boolean changes = effect.intended().effect().changes();
    if (changes) {
      settled = settled.settled(effect);
    }
    if (effect.confirmed()) {
      for (Opening opening : belongsTo(effect, records)) {
        OpeningRecord known = records.all.get(opening);
        if (known != null) {
          settled = settled.plus(known.plus(effect));
        } else if (changes) {
          // A tool worked on an item that no tool handed out: its stretch begins here.
          settled = settled.plus(OpeningRecord.opened(opening, "", List.of()).plus(effect));
        }
      }
    }
    return settled;
  }

  private static List<Opening> belongsTo(LedgerEffect effect, Records records) {
    return effect.opening().map(List::of).orElseGet(() -> List.copyOf(records.open.values()));
  }
}
