package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;

/**
 * One summary that was asked for.
 *
 * @param rejected why it was not used; empty when it was
 */
public record SummaryCall(Usage usage, String rejected) {
  public boolean adopted() {
    return rejected.isEmpty();
  }
}
