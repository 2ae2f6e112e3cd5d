package dev.recap.agent;

import dev.recap.ledger.Ledger;
import dev.recap.work.Opening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is left to do when the agent gives a final answer. */
@FunctionalInterface
public interface Check {

  /** What is left, in words for the model; empty when the agent may stop. */
  Optional<String> left(Ledger ledger);

  /** Every work item that was opened has been closed. */
  static Check everyItemClosed() {
    return ledger -> {
      List<Opening> open = ledger.open();
      return open.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "still open: "
                  + open.stream().map(Opening::toString).collect(Collectors.joining(", ")));
    };
  }
}
