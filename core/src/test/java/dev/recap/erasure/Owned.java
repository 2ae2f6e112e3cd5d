package dev.recap.erasure;

import dev.recap.erasure.Belonging.Place;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.ledger.Ledger;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What belongs to an item, worked out from the whole story and not from what is erased. */
final class Owned {
  private Owned() {}

  /** The calls that name an item, or else belong to it by a view that nothing has left. */
  static Set<Place> callsOf(WorkItem item, List<Entry> entries) {
    List<Entry> whole = entries.stream().filter(e -> !(e instanceof Compacted)).toList();
    Set<Place> calls = new HashSet<>();
    Map<String, Opening> named = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Intended intended && intended.opening() != null) {
        named.put(intended.callId(), intended.opening());
      }
    }
    for (TurnSegment turn : View.of(whole, 0).turns()) {
      for (Slot slot : turn.calls()) {
        Opening names = named.get(slot.call().id());
        Set<Opening> work = names == null ? slot.belongsTo() : Set.of(names);
        if (work.stream().anyMatch(o -> o.item().equals(item))) {
          calls.add(new Place(turn.number(), slot.call().id()));
        }
      }
    }
    return calls;
  }

  /** Those in its calls, and those of the model's while it could see any of it. */
  static Set<String> wordsOf(WorkItem item, Tale tale) {
    List<Entry> entries = tale.story().entries();
    Set<Place> calls = callsOf(item, entries);
    Set<Integer> turns = calls.stream().map(Place::turn).collect(Collectors.toSet());
    Set<Place> places = new HashSet<>(calls);
    View view = View.empty(0);
    Ledger ledger = Ledger.empty();
    for (Entry entry : entries) {
      if (entry instanceof Replied replied
          && (turns.contains(replied.turn())
              || ledger.open(item).isPresent()
              || view.turns().stream().anyMatch(turn -> turns.contains(turn.number())))) {
        places.add(new Place(replied.turn(), Tale.NO_CALL));
      }
      view = view.after(entry, ledger);
      ledger = ledger.after(entry);
    }
    return tale.planted().entrySet().stream()
        .filter(word -> places.contains(word.getValue()))
        .map(word -> word.getKey())
        .collect(Collectors.toSet());
  }

  /** The keys that calls about the item have, and no others. */
  static Set<String> keysOf(List<Entry> entries, Set<Place> calls) {
    Set<String> keys = new HashSet<>();
    Set<String> others = new HashSet<>();
    int turn = 0;
    for (Entry entry : entries) {
      turn = entry instanceof Replied replied ? replied.turn() : turn;
      if (entry instanceof Intended intended) {
        boolean its = calls.contains(new Place(turn, intended.callId()));
        (its ? keys : others).add(intended.key().value());
      }
    }
    keys.removeAll(others);
    return keys;
  }
}
