package dev.recap.agent;

import dev.recap.conversation.Usage;
import dev.recap.model.ModelReply;
import java.util.Objects;

/**
 * One reply of the model, after the tool calls it asked for were answered.
 *
 * @param number counted from 1 over the whole conversation
 * @param messages how many messages the request had
 */
public record Turn(int number, int messages, ModelReply reply) {
  public Turn {
    Objects.requireNonNull(reply, "reply");
  }

  public Usage usage() {
    return reply.usage();
  }
}
