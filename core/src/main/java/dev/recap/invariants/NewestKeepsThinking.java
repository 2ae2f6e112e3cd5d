package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;

/**
 * Where thinking has a budget: the newest reply keeps the thinking it begins with as long as its
 * calls are being answered. Source: the refusal of the Messages API, "When thinking is enabled, a
 * final assistant message must start with a thinking block".
 */
final class NewestKeepsThinking implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    List<Block> was = thinkingOfNewest(proposed.before());
    boolean keeps =
        proposed.thinking() != Thinking.REQUIRED
            || was.isEmpty()
            || was.equals(thinkingOfNewest(proposed.messages()));
    return keeps
        ? List.of()
        : List.of("the newest reply has lost thinking that its open calls require");
  }

  private static List<Block> thinkingOfNewest(List<Message> messages) {
    for (Message message : messages.reversed()) {
      if (message.role() == Role.ASSISTANT) {
        return message.calls().isEmpty()
            ? List.of()
            : message.content().stream().filter(Sendable::isThinking).toList();
      }
    }
    return List.of();
  }
}
