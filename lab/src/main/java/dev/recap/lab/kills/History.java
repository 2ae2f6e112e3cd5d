package dev.recap.lab.kills;

import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.lab.count.AskedCall;
import dev.recap.lab.count.CallCounter;
import dev.recap.lab.count.CallCounts;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lives of one process after another at one queue, until it is done. */
final class History {
  private final Scene scene;
  private int kills;
  private int inFlight;

  History(Scene scene) {
    this.scene = scene;
  }

  /** What one more process came to. */
  enum Hit {
    /** It was killed with a ticket in its hands. */
    CLAIMED,
    /** It was killed between two tickets, before the first or behind the last. */
    BESIDE,
    /** It came to the end. */
    NONE
  }

  Hit live(Life life) throws IOException, InterruptedException {
    if (life.at(scene) == Life.End.DONE) {
      return Hit.NONE;
    }
    inFlight = scene.paid().size() - onRecord(scene.entries());
    if (!isClaimed()) {
      return Hit.BESIDE;
    }
    kills++;
    return Hit.CLAIMED;
  }

  private boolean isClaimed() {
    try (TicketStore tickets = scene.tickets()) {
      return tickets.counts().inProgress() > 0;
    }
  }

  private static int onRecord(List<Entry> entries) {
    return (int)
        entries.stream()
            .filter(entry -> entry instanceof Replied || entry instanceof SummaryAsked)
            .count();
  }

  /** Judges by the desk's own record, once the work is done. */
  KillTotals totals() {
    List<Entry> entries = scene.entries();
    List<String> paid = scene.paid();
    try (TicketStore tickets = scene.tickets()) {
      CallCounts counts = counts(entries, tickets.calls());
      return new KillTotals(
          kills,
          tickets.counts().total(),
          (int)
              tickets.tickets().stream()
                  .filter(ticket -> ticket.status().isOutOfTheQueue())
                  .count(),
          counts.lost(),
          counts.repeated(),
          (int) Ledger.of(entries).unsettled().stream().filter(LedgerEffect::blocks).count(),
          paid.size() - new HashSet<>(paid).size(),
          inFlight);
    }
  }

  /** A call that has no row of its own but an answer was answered without being executed. */
  private static CallCounts counts(List<Entry> entries, List<RecordedCall> rows) {
    Set<String> executed =
        rows.stream().map(row -> row.call().callId()).collect(Collectors.toSet());
    List<String> answered =
        entries.stream()
            .filter(Answered.class::isInstance)
            .map(entry -> ((Answered) entry).callId())
            .filter(id -> !executed.contains(id))
            .toList();
    List<AskedCall> asked =
        entries.stream()
            .filter(Replied.class::isInstance)
            .map(Replied.class::cast)
            .flatMap(
                turn -> turn.reply().calls().stream().map(call -> new AskedCall(turn.turn(), call)))
            .toList();
    return new CallCounter(asked, rows).count(answered, List.of());
  }
}
