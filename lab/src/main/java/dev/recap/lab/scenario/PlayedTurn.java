package dev.recap.lab.scenario;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelReply;
import java.util.List;

/**
 * One delivered reply.
 *
 * @param messages how many messages the request had
 * @param compacted whether the view was rewritten since the turn before
 */
public record PlayedTurn(int turn, ModelReply reply, int messages, boolean compacted) {
  public Usage usage() {
    return reply.usage();
  }

  public List<ToolCall> calls() {
    return reply.calls();
  }
}
