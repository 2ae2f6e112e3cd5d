package dev.recap.ledger;

import dev.recap.journal.ItemChange;
import dev.recap.journal.ItemChange.ItemBegun;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/** The maps that grow with the work done: stretches of work, and effects. */
record Records(
    PMap<Opening, OpeningRecord> all,
    PMap<WorkItem, Opening> latest,
    PMap<WorkItem, Opening> open,
    Effects effects) {
  static final Records NONE =
      new Records(HashTreePMap.empty(), HashTreePMap.empty(), OrderedPMap.empty(), Effects.NONE);

  Records with(Effects newEffects) {
    return new Records(all, latest, open, newEffects);
  }

  /**
   * An item is handed out, begun or finished.
   *
   * @param shown what the model was shown
   * @param receipt what the tool said, whole
   */
  Records changed(@Nullable ItemChange change, String shown, String receipt) {
    return switch (change) {
      case ItemOpened(var opening, var closings) -> {
        OpeningRecord known = all.get(opening);
        yield known == null
            ? beginning(opening, shown, closings)
            : plus(known.handedOutAgain(shown));
      }
      case ItemBegun(var opening, var closings) -> begun(opening, closings);
      case ItemClosed(var opening, var facts) -> {
        Records begun = begun(opening, List.of());
        OpeningRecord record = begun.known(opening);
        yield begun
            .with(begun.effects.ofClosedWork(record.effects()))
            .plus(record.closed(new OpeningRecord.Closing(facts, receipt)));
      }
      case null -> this;
    };
  }

  /** Puts a confirmed effect under the work it belongs to; a change of no work stands by itself. */
  Records done(LedgerEffect effect, Collection<Opening> belongsTo) {
    boolean changes = effect.intended().effect().changes();
    if (belongsTo.isEmpty()) {
      return changes ? with(effects.plusWithoutItem(effect)) : this;
    }
    Records done = this;
    for (Opening opening : belongsTo) {
      // Looking at an item that no tool handed out does not begin work on it.
      if (changes || all.containsKey(opening)) {
        Records begun = done.begun(opening, List.of());
        done = begun.plus(begun.known(opening).plus(effect));
      }
    }
    return done;
  }

  private OpeningRecord known(Opening opening) {
    return Objects.requireNonNull(all.get(opening));
  }

  private Records begun(Opening opening, List<ItemChange.ClosingRule> closings) {
    return all.containsKey(opening) ? this : beginning(opening, "", closings);
  }

  private Records beginning(
      Opening opening, String handedOut, List<ItemChange.ClosingRule> closings) {
    return plus(new OpeningRecord(opening, handedOut, closings, effects.withoutItem(), null))
        .with(effects.nextItemIs(opening));
  }

  private Records plus(OpeningRecord record) {
    Opening opening = record.opening();
    WorkItem item = opening.item();
    PMap<Opening, OpeningRecord> now = all.plus(opening, record);
    Opening newest = latest.get(item);
    if (newest != null && newest.number() > opening.number()) {
      // A call of an earlier stretch was settled late.
      return new Records(now, latest, open, effects);
    }
    return new Records(
        now,
        latest.plus(item, opening),
        record.isOpen() ? open.plus(item, opening) : open.minus(item),
        effects);
  }
}
