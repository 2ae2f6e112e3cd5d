package dev.recap.projection;

import dev.recap.journal.Settled;
import dev.recap.ledger.LedgerEffect;
import dev.recap.words.Quote;
import dev.recap.words.ShortName;

/** Tells the model, in one line, what became of a call of which it was told that nobody knows. */
final class RemarkText {
  private static final int MAX_RECEIPT = 600;

  private RemarkText() {}

  static String of(Settled settled, LedgerEffect effect) {
    String call =
        effect.opening().map(opening -> ShortName.of(opening.toString()) + ": ").orElse("")
            + "%s of turn %d, whose outcome was unknown,"
                .formatted(effect.call().tool(), effect.turn());
    String said =
        settled.receipt().isBlank()
            ? ""
            : (settled.confirmed() ? " Receipt: " : " It said: ")
                + Quote.of(settled.receipt(), MAX_RECEIPT);
    return settled.confirmed()
        ? call + " was executed and took effect." + said
        : call + " was not executed and had no effect; it may be called again." + said;
  }
}
