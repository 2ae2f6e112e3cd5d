package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;

/**
 * One summary that was asked for.
 *
 * @param rejected why it was not used; empty when it was
 * @param writer the model that wrote it, by whose prices it counts; empty for the agent's own
 */
public record PlayedSummary(Usage usage, String rejected, String writer) {
  public boolean adopted() {
    return rejected.isEmpty();
  }
}
