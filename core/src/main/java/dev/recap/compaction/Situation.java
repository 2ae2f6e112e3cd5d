package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.ledger.Ledger;
import java.util.Objects;

/** What a stage decides on. */
public record Situation(ContextView view, Ledger ledger) {
  public Situation {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(ledger, "ledger");
  }
}
