package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where thinking has a budget: the newest reply keeps the thinking it begins with as long as its
 * calls are being answered. Source: the refusal of the Messages API, "When thinking is enabled, a
 * final assistant message must start with a thinking block".
 */
final class NewestKeepsThinking implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    Message was = newest(proposed.before());
    Message is = newest(proposed.messages());
    boolean keeps =
        proposed.thinking() != Thinking.REQUIRED
            || was == null
            || is == null
            // Where it has left with its results nothing is open.
            || !was.calls().equals(is.calls())
            || thinking(was).equals(thinking(is));
    return keeps
        ? List.of()
        : List.of("the newest reply has lost thinking that its open calls require");
  }

  /** The newest reply that calls anything; null where the newest says something alone. */
  private static @Nullable Message newest(List<Message> messages) {
    for (Message message : messages.reversed()) {
      if (message.role() == Role.ASSISTANT) {
        return message.calls().isEmpty() ? null : message;
      }
    }
    return null;
  }

  private static List<Block> thinking(Message reply) {
    return reply.content().stream().filter(Sendable::isThinking).toList();
  }
}
