package dev.recap.context;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Role;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** What must hold of the messages of every request. */
public final class ViewInvariants {
  private ViewInvariants() {}

  /**
   * Every rule that these messages break, in words; empty when they are fit to send.
   *
   * @param task a text that must stand verbatim in the first message
   */
  public static List<String> broken(List<Message> messages, String task) {
    List<String> broken = new ArrayList<>();
    if (messages.isEmpty() || messages.getFirst().role() != Role.USER) {
      broken.add("the first message is not the user's");
    }
    if (messages.isEmpty() || !messages.getFirst().text().contains(task)) {
      broken.add("the task is not in the first message");
    }
    for (int i = 0; i < messages.size(); i++) {
      if (i > 0 && messages.get(i).role() == messages.get(i - 1).role()) {
        broken.add("messages %d and %d have the same role".formatted(i - 1, i));
      }
      checkPairs(messages, i, broken);
    }
    return broken;
  }

  private static void checkPairs(List<Message> messages, int at, List<String> broken) {
    Message message = messages.get(at);
    List<String> asked = message.calls().stream().map(ToolCall::id).toList();
    List<String> answered =
        at + 1 < messages.size()
            ? messages.get(at + 1).results().stream().map(ToolResult::callId).toList()
            : List.of();
    if (!asked.equals(answered)) {
      broken.add(
          "message %d asks for calls %s, but the next one answers %s"
              .formatted(at, asked, answered));
    }
    if (at == 0 && !message.results().isEmpty()) {
      broken.add("the first message has results without calls");
    }
    boolean otherSeen = false;
    for (Block block : message.content()) {
      if (block instanceof ToolResult && otherSeen) {
        broken.add("message %d has a result after other content".formatted(at));
      }
      otherSeen |= !(block instanceof ToolResult);
    }
  }
}
