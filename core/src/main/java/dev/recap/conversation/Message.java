package dev.recap.conversation;

import java.util.List;
import java.util.Objects;

/** One message of a conversation: a role and at least one block. */
public record Message(Role role, List<Block> content) {

  /** Who speaks in a message. */
  public enum Role {
    USER,
    ASSISTANT
  }

  public Message {
    Objects.requireNonNull(role, "role");
    content = List.copyOf(content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("a message needs at least one block, role " + role);
    }
  }

  public static Message user(String text) {
    return new Message(Role.USER, List.of(new Text(text)));
  }

  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, List.of(new Text(text)));
  }

  /** The tool calls of this message, in order. */
  public List<ToolCall> calls() {
    return Block.only(ToolCall.class, content);
  }

  /** The tool results of this message, in order. */
  public List<ToolResult> results() {
    return Block.only(ToolResult.class, content);
  }

  /** All text blocks, joined by line breaks; empty when there are none. */
  public String text() {
    return Block.text(content);
  }
}
