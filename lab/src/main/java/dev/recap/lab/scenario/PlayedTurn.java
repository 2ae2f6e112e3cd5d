package dev.recap.lab.scenario;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import java.util.List;

/**
 * One delivered reply.
 *
 * @param messages how many messages the request had
 * @param compacted whether the view was rewritten since the turn before
 */
public record PlayedTurn(
    int turn, Usage usage, int messages, boolean compacted, List<ToolCall> calls) {
  public PlayedTurn {
    calls = List.copyOf(calls);
  }
}
