package dev.recap.agent;

import dev.recap.ledger.Ledger;
import java.util.Optional;

/** Says what is left to do when the agent gives a final answer. */
@FunctionalInterface
public interface Check {

  /** What is left, in words for the model; empty when the agent may stop. */
  Optional<String> left(Ledger ledger);

  /**
   * Every work item that was opened has been closed. Says how many are not, and names none: a
   * message stays in view for good, and would go on calling an item open that was closed long ago.
   */
  static Check everyItemClosed() {
    return ledger -> {
      int open = ledger.open().size();
      return open == 0
          ? Optional.empty()
          : Optional.of(open == 1 ? "1 item is not closed" : open + " items are not closed");
    };
  }
}
