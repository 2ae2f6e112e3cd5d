package dev.recap.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.work.IdempotencyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One recorded conversation in the words of the Messages API, read into entries: {@code {"id",
 * "model", "system", "messages": [{"role", "content"}]}}. Content is a text or an array of blocks;
 * the first message is the user's and its text is the task. Blocks of a kind that is not ours stay
 * whole and opaque.
 */
final class TraceLine {
  private final ReadOnlyNames readOnly;
  private final List<Entry> entries = new ArrayList<>();
  private List<ToolCall> open = List.of();
  private int turns;

  private TraceLine(ReadOnlyNames readOnly) {
    this.readOnly = readOnly;
  }

  /**
   * The run on this line.
   *
   * @param name what it is called if it has no id
   * @throws IllegalArgumentException when it is none, naming the field
   */
  static RecordedRun read(JsonNode json, String name, ReadOnlyNames readOnly, ToolSpecs specs) {
    TraceField line = new TraceField("", json);
    var reading = new TraceLine(readOnly);
    List<TraceField> messages = line.at("messages").elements();
    for (TraceField message : messages) {
      reading.message(message);
    }
    if (reading.turns == 0) {
      throw line.at("messages").wrong("a conversation with at least one reply");
    }
    String id = line.at("id").textOrNone();
    return new RecordedRun(
        id.isEmpty() ? name : id,
        line.at("model").textOrNone(),
        line.at("system").textOrNone(),
        specs.of(reading.entries),
        reading.entries);
  }

  private void message(TraceField message) {
    switch (message.at("role").text()) {
      case "user" -> user(message.at("content"));
      case "assistant" -> assistant(message.at("content"));
      default -> throw message.at("role").wrong("user or assistant");
    }
  }

  private void user(TraceField content) {
    List<String> said = new ArrayList<>();
    if (content.value().isTextual()) {
      said.add(content.text());
    } else {
      results(content, said);
    }
    if (!open.isEmpty()) {
      throw content.wrong("an answer to each call, also to " + ids(open));
    }
    said.removeIf(String::isBlank);
    if (entries.isEmpty()) {
      if (said.isEmpty()) {
        throw content.wrong("a text: the task");
      }
      entries.add(new UserSaid(String.join("\n", said), true));
    } else {
      said.forEach(text -> entries.add(new UserSaid(text, false)));
    }
  }

  private void results(TraceField content, List<String> said) {
    List<ToolCall> asked = open;
    List<ToolResult> results = new ArrayList<>();
    for (TraceField block : content.elements()) {
      switch (block.at("type").text()) {
        case "text" -> said.add(block.at("text").text());
        case "tool_result" -> results.add(result(block));
        default -> throw block.at("type").wrong("text or tool_result");
      }
    }
    // In call order, whatever the order of the results.
    for (ToolCall call : asked) {
      results.stream().filter(r -> r.callId().equals(call.id())).forEach(r -> answer(call, r));
    }
  }

  private ToolResult result(TraceField block) {
    TraceField id = block.at("tool_use_id");
    List<ToolCall> left = open.stream().filter(call -> !call.id().equals(id.text())).toList();
    if (left.size() == open.size()) {
      throw id.wrong("the id of a call of the message before that has no answer yet");
    }
    open = left;
    TraceField content = block.at("content");
    String text =
        content.value().isArray()
            ? content.elements().stream()
                .map(part -> part.at("text").text())
                .collect(Collectors.joining("\n"))
            : content.textOrNone();
    return new ToolResult(id.text(), text, block.at("is_error").value().asBoolean(false));
  }

  private void answer(ToolCall call, ToolResult result) {
    var key = IdempotencyKey.of(call.tool(), null, IdempotencyKey.Scope.STANDARD, call.arguments());
    entries.add(
        new Intended(
            call.id(), call.tool(), readOnly.effect(call.tool()), key, null, null, Instant.EPOCH));
    Standing standing = result.error() ? Standing.FAILED : Standing.CONFIRMED;
    entries.add(new Answered(result, result.content(), standing, null, null));
  }

  private void assistant(TraceField content) {
    if (entries.isEmpty()) {
      throw content.wrong("preceded by a message of the user's");
    }
    if (!open.isEmpty()) {
      throw content.wrong("preceded by an answer to " + ids(open));
    }
    List<Block> blocks = new ArrayList<>();
    if (content.value().isTextual()) {
      blocks.add(new Text(content.text()));
    } else {
      content.elements().forEach(block -> blocks.add(block(block)));
    }
    open = blocks.stream().filter(ToolCall.class::isInstance).map(ToolCall.class::cast).toList();
    if (open.stream().map(ToolCall::id).distinct().count() != open.size()) {
      throw content.wrong("calls with different ids");
    }
    StopReason stop = open.isEmpty() ? StopReason.END_TURN : StopReason.TOOL_USE;
    entries.add(new Replied(++turns, new ModelReply(blocks, stop, Usage.NONE, ""), Instant.EPOCH));
  }

  private static Block block(TraceField block) {
    return switch (block.at("type").text()) {
      case "text" -> new Text(block.at("text").text());
      case "tool_use" -> call(block);
      default -> new Opaque(block.at("type").text(), block.value().toString());
    };
  }

  private static ToolCall call(TraceField block) {
    if (block.at("id").text().isBlank()) {
      throw block.at("id").wrong("an id");
    }
    if (!block.at("input").value().isObject()) {
      throw block.at("input").wrong("an object");
    }
    return new ToolCall(
        block.at("id").text(), block.at("name").text(), block.at("input").value().toString());
  }

  private static List<String> ids(List<ToolCall> calls) {
    return calls.stream().map(ToolCall::id).toList();
  }
}
