package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import java.util.ArrayList;
import java.util.List;

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
      List<String> answered = new ArrayList<>();
      List<String> asks = new ArrayList<>();
      boolean otherSeen = false;
      for (Block block : message.content()) {
        if (block instanceof ToolResult result) {
          answered.add(result.callId());
          if (otherSeen) {
            broken.add(
                "message %d has result %s behind something else".formatted(i, result.callId()));
          }
        } else {
          otherSeen = true;
        }
        if (block instanceof ToolCall call) {
          asks.add(call.id());
        }
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
}
