package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;

/** Messages in short words. */
final class Talk {
  static final Message TASK = user(text("Paint."));

  private Talk() {}

  static Message user(Block... blocks) {
    return new Message(Role.USER, List.of(blocks));
  }

  static Message assistant(Block... blocks) {
    return new Message(Role.ASSISTANT, List.of(blocks));
  }

  static Text text(String words) {
    return new Text(words);
  }

  static ToolCall call(String id) {
    return call(id, "paint", "{}");
  }

  static ToolCall call(String id, String tool, String arguments) {
    return new ToolCall(id, tool, arguments);
  }

  static ToolResult result(String id) {
    return new ToolResult(id, "done", false);
  }

  static ToolResult failure(String id, String words) {
    return new ToolResult(id, words, true);
  }

  static Opaque thought(String thought) {
    return new Opaque(
        "thinking",
        "{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"c2ln\"}".formatted(thought));
  }

  static List<String> broken(Invariant rule, Message... messages) {
    return rule.broken(new Proposed(List.of(), List.of(messages), Thinking.BOUND, "Paint."));
  }
}
