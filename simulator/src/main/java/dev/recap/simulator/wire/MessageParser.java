package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the messages of a request and merges neighbours of one role. */
final class MessageParser {
  /** A call in a message may have a longer name than a tool. */
  private static final int LONGEST_NAME = 200;

  private MessageParser() {}

  static List<Message> messages(JsonNode body) {
    JsonNode json = body.path("messages");
    if (json.isMissingNode()) {
      throw ApiException.invalid("messages: Field required");
    }
    if (json.isEmpty()) {
      throw ApiException.invalid("messages: at least one message is required");
    }
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      Message message = withoutSummary(message(json.get(i), i, i + 1 == json.size()), messages);
      if (!messages.isEmpty() && messages.getLast().role() == message.role()) {
        List<Block> merged = new ArrayList<>(messages.removeLast().blocks());
        merged.addAll(message.blocks());
        message = new Message(message.role(), merged);
      }
      messages.add(message);
    }
    return messages;
  }

  /**
   * Where a message begins with the block of a compaction, its summary is put in as words to the
   * agent: what it stands for was never sent.
   */
  private static Message withoutSummary(Message message, List<Message> messages) {
    Block first = message.blocks().isEmpty() ? null : message.blocks().getFirst();
    if (!(first instanceof Block.Other other) || !other.type().equals(CompactionRules.BLOCK)) {
      return message;
    }
    String summary = other.json().path("content").asText();
    Message told = new Message(Message.Role.USER, List.of(new Block.Text(summary, other.json())));
    List<Block> rest = message.blocks().subList(1, message.blocks().size());
    if (rest.isEmpty()) {
      return told;
    }
    messages.add(told);
    return new Message(message.role(), rest);
  }

  private static Message message(JsonNode json, int index, boolean last) {
    String path = "messages." + index;
    String role = Fields.string(json, "role", path + ".role");
    Message.Role who =
        switch (role) {
          case "user", SystemMessageRules.ROLE -> Message.Role.USER;
          case "assistant" -> Message.Role.ASSISTANT;
          default ->
              throw ApiException.invalid(
                  "%s.role: Input should be 'user' or 'assistant', got '%s'", path, role);
        };
    JsonNode content = json.path("content");
    if (content.isMissingNode()) {
      throw ApiException.invalid(path + ".content: Field required");
    }
    boolean empty = content.isTextual() ? content.asText().isEmpty() : content.isEmpty();
    if (empty && who == Message.Role.USER) {
      throw ApiException.invalid(path + ": user messages must have non-empty content");
    }
    if (empty && !last) {
      throw ApiException.invalid(
          "%s: all messages must have non-empty content except for the optional final"
              + " assistant message",
          path);
    }
    return new Message(who, empty ? List.of() : blocks(content, path + ".content"));
  }

  private static List<Block> blocks(JsonNode content, String path) {
    if (content.isTextual()) {
      return List.of(text(Reply.textBlock(content.asText()), path));
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      blocks.add(block(content.get(i), path + "." + i));
    }
    return blocks;
  }

  private static Block block(JsonNode json, String path) {
    String type = Fields.string(json, "type", path + ".type");
    return switch (type) {
      case "text" -> text(json, path);
      case "tool_use" -> call(json, path);
      case "tool_result" -> result(json, path);
      case "thinking" ->
          new Block.Thinking(
              Fields.string(json, "thinking", path + ".thinking.thinking"),
              Fields.string(json, "signature", path + ".thinking.signature"),
              json);
      case CompactionRules.BLOCK,
          "redacted_thinking",
          "image",
          "document",
          "search_result",
          "container_upload" ->
          new Block.Other(type, json);
      default ->
          throw ApiException.invalid(
              "%s: Input tag '%s' found using 'type' does not match any of the expected tags:"
                  + " 'document', 'image', 'redacted_thinking', 'text', 'thinking', 'tool_result',"
                  + " 'tool_use'",
              path, type);
    };
  }

  private static Block text(JsonNode json, String path) {
    TextRules.check(json, "messages", path + ".text");
    return new Block.Text(json.path("text").asText(), json);
  }

  private static Block call(JsonNode json, String path) {
    JsonNode input = json.path("input");
    if (!input.isObject()) {
      throw ApiException.invalid(
          path
              + ".tool_use.input: "
              + (input.isMissingNode() ? "Field required" : "Input should be a valid dictionary"));
    }
    return new Block.Call(
        Fields.id(json, "id", path + ".tool_use.id"),
        Fields.name(json, path + ".tool_use.name", LONGEST_NAME),
        input,
        json);
  }

  private static Block result(JsonNode json, String path) {
    String id = Fields.id(json, "tool_use_id", path + ".tool_result.tool_use_id");
    boolean error = json.path("is_error").asBoolean(false);
    JsonNode content = json.path("content");
    if (error && (content.isTextual() ? content.asText().isEmpty() : content.isEmpty())) {
      throw ApiException.invalid(
          path + ".tool_result: content cannot be empty if `is_error` is true");
    }
    StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
    int index = 0;
    for (JsonNode part : content) {
      String inside = path + ".tool_result.content." + index++;
      if (part.path("type").asText().equals("text") && part.path("text").asText().isEmpty()) {
        TextRules.check(part, "messages", inside + ".text");
      }
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(part.path("text").asText());
    }
    return new Block.Result(id, text.toString(), error, json);
  }
}
