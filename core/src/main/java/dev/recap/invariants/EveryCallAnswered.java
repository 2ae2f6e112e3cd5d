package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The assistant's calls are answered in the very next message, each once and in order, before
 * anything else is said there; nothing else is answered.
 */
final class EveryCallAnswered implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    List<String> broken = new ArrayList<>();
    List<Message> messages = proposed.messages();
    List<String> asked = List.of();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      List<Block> content = message.content();
      List<String> answered = ids(ToolResult.class, ToolResult::callId, content);
      List<String> asks = ids(ToolCall.class, ToolCall::id, content);
      List<Block> behind = content.stream().dropWhile(ToolResult.class::isInstance).toList();
      for (String id : ids(ToolResult.class, ToolResult::callId, behind)) {
        broken.add("message %d has result %s behind something else".formatted(i, id));
      }
      if (!asked.equals(answered)) {
        broken.add("message %d answers calls %s, but was asked %s".formatted(i, answered, asked));
      }
      if (message.role() == Role.USER && !asks.isEmpty()) {
        broken.add("message %d is the user's, but asks for calls %s".formatted(i, asks));
      }
      asked = asks;
    }
    if (!asked.isEmpty()) {
      broken.add("no message answers calls %s of the last one".formatted(asked));
    }
    return broken;
  }

  private static <B extends Block> List<String> ids(
      Class<B> kind, Function<B, String> id, List<Block> content) {
    return Block.only(kind, content).stream().map(id).toList();
  }
}
