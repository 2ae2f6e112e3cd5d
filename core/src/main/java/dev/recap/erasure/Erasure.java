package dev.recap.erasure;

import dev.recap.conversation.ToolCall;
import dev.recap.erasure.Belonging.Place;
import dev.recap.journal.Entry;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.Unsettled;
import dev.recap.projection.View;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journal without what it said of one work item. Of the item stays what was done to it: tools,
 * effects, outcomes, times and numbers of openings, under a name that nobody can turn back.
 *
 * @param entries as many and of the same kinds as before, and one more that says so
 * @param done that one
 */
public record Erasure(List<Entry> entries, Entry.Erased done) {
  private static final int LEAST_SECRET_BYTES = 16;

  public Erasure {
    entries = List.copyOf(entries);
  }

  /**
   * Erases an item. The name that an earlier erasure gave it stands for nothing that could be
   * erased: then the entries are the same.
   *
   * @param entries the whole journal
   * @param by who wants it
   * @param secret 16 bytes or more that nobody can guess, for this once
   * @throws IllegalArgumentException when the item is not on record
   * @throws IllegalStateException when a call about it is not answered, or nobody knows what became
   *     of one
   */
  public static Erasure of(
      List<Entry> entries, WorkItem item, String by, Instant at, byte[] secret) {
    if (secret.length < LEAST_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "the secret has %d bytes or more, but had %d"
              .formatted(LEAST_SECRET_BYTES, secret.length));
    }
    Optional<Entry.Erased> before =
        entries.stream()
            .filter(entry -> entry instanceof Entry.Erased erased && erased.item().equals(item))
            .map(Entry.Erased.class::cast)
            .findFirst();
    if (before.isPresent()) {
      return new Erasure(entries, before.get());
    }
    var belonging = Belonging.of(entries);
    var names = new Names(item, belonging.items(), secret);
    var traces = Traces.of(item, names, belonging, entries);
    if (traces.isEmpty() && !belonging.items().contains(item)) {
      throw new IllegalArgumentException(
          "there is no work item '%s' on record to be erased; of one that was erased before the key is not known any more"
              .formatted(item));
    }
    refuseUnfinished(entries, item, names, traces, belonging.ledger());
    return written(entries, new Tombstones(names, traces, belonging.toolsThatRan()), by, at, names);
  }

  private static Erasure written(
      List<Entry> entries, Tombstones tombstones, String by, Instant at, Names names) {
    List<Entry> written = new ArrayList<>(entries.size() + 1);
    int changed = 0;
    for (Entry entry : entries) {
      Entry next = tombstones.next(entry);
      changed += next.equals(entry) ? 0 : 1;
      written.add(next);
    }
    var done = new Entry.Erased(names.instead(), by, at, changed);
    written.add(done);
    return new Erasure(written, done);
  }

  /** What goes on needs what would go. */
  private static void refuseUnfinished(
      List<Entry> entries, WorkItem item, Names names, Traces traces, Ledger ledger) {
    View view = View.of(entries, 0);
    int turn = view.turns().isEmpty() ? 0 : view.turns().getLast().number();
    for (ToolCall call : view.unanswered()) {
      if (traces.isAbout(new Place(turn, call.id())) || isAbout(call, item, names, ledger)) {
        throw new IllegalStateException(
            "%s cannot be erased while call %s of %s is not answered: resume the run or cancel it, and erase it then"
                .formatted(item, call.id(), call.tool()));
      }
    }
    for (Unsettled unsettled : ledger.unsettledCalls()) {
      var effect = unsettled.effect();
      if (effect.blocks() && traces.isAbout(new Place(effect.turn(), effect.call().id()))) {
        throw new IllegalStateException(
            "%s cannot be erased while nobody knows what became of %s in turn %d: settle it, and erase it then"
                .formatted(item, effect.call().tool(), effect.turn()));
      }
    }
  }

  /** Whether a call that is not answered names the item, or no other while it is open. */
  private static boolean isAbout(ToolCall call, WorkItem item, Names names, Ledger ledger) {
    boolean namesAnother =
        ledger.intention(call.id()).filter(begun -> begun.opening() != null).isPresent();
    return names.in(call.arguments()) || (!namesAnother && ledger.open(item).isPresent());
  }
}
