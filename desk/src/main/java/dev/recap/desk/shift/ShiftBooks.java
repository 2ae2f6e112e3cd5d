package dev.recap.desk.shift;

import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.storage.AuditLine;
import dev.recap.storage.Store;
import dev.recap.work.Opening;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the journal of one conversation holds, for people who check: who did what by which call, and
 * the ledger made of it.
 *
 * @param entries how many there are
 * @param lines the newest of those that were asked for, the newest first
 * @param openings the stretches of work in the order in which they came up, the newest first
 * @param unsettled effects of which nobody knows whether they happened
 */
public record ShiftBooks(
    long entries,
    List<AuditLine> lines,
    List<OpeningRecord> openings,
    List<LedgerEffect> unsettled) {

  public ShiftBooks {
    lines = List.copyOf(lines);
    openings = List.copyOf(openings);
    unsettled = List.copyOf(unsettled);
  }

  /**
   * Reads them, whether or not somebody writes the journal.
   *
   * @param before the entry before which lines are wanted, by its place from 0
   * @param most how many lines, and how many stretches
   */
  static ShiftBooks of(Store store, String conversation, long before, int most) {
    Deque<AuditLine> lines = new ArrayDeque<>();
    AuditLine.of(
        store,
        conversation,
        line -> {
          if (line.sequence() < before) {
            lines.addFirst(line);
            if (lines.size() > most) {
              lines.removeLast();
            }
          }
        });
    var reading = new Reading();
    store.read(conversation, 0, reading);
    return new ShiftBooks(
        reading.entries, List.copyOf(lines), reading.openings(most), reading.ledger.unsettled());
  }

  /** Makes the ledger, and remembers which work came up. */
  private static final class Reading implements Consumer<Entry> {
    private final Set<Opening> seen = new LinkedHashSet<>();
    private Ledger ledger = Ledger.empty();
    private long entries;

    @Override
    public void accept(Entry entry) {
      ledger = ledger.after(entry);
      if (entry instanceof Intended call && call.opening() != null) {
        seen.add(call.opening());
      }
      entries++;
    }

    List<OpeningRecord> openings(int most) {
      seen.addAll(ledger.open());
      return new ArrayList<>(seen)
          .reversed().stream().limit(most).flatMap(one -> ledger.record(one).stream()).toList();
    }
  }
}
