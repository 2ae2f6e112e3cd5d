package dev.recap.ledger;

import dev.recap.journal.Settled;
import dev.recap.work.Opening;
import java.util.List;

/**
 * A changing call of which nobody knows whether it took effect.
 *
 * @param runId the run that asked for it
 * @param openings the work it belongs to; empty until the next item is opened
 */
public record Unsettled(LedgerEffect effect, String runId, List<Opening> openings) {
  public Unsettled {
    openings = List.copyOf(openings);
  }

  /** How an entry that settles it names it. */
  public Settled.Subject subject() {
    return new Settled.Subject(effect.key(), effect.call().id(), effect.turn());
  }

  Unsettled nextItemIs(Opening opening) {
    return openings.isEmpty() ? new Unsettled(effect, runId, List.of(opening)) : this;
  }
}
