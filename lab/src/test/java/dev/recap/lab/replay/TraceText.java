package dev.recap.lab.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes small traces in the words of the Messages API. */
final class TraceText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode line = JSON.createObjectNode();
  private final ArrayNode messages;
  private int calls;

  TraceText(String id) {
    line.put("id", id).put("model", "claude-sonnet-4-5-20250929").put("system", "Be brief.");
    messages = line.putArray("messages");
  }

  TraceText user(String text) {
    content("user").addObject().put("type", "text").put("text", text);
    return this;
  }

  TraceText assistant(String text) {
    content("assistant").addObject().put("type", "text").put("text", text);
    return this;
  }

  /** One call with one argument, and its result. */
  TraceText call(String tool, String value, String result) {
    return call(tool, value, result, false);
  }

  /** The same after signed thinking. */
  TraceText thinkingCall(String tool, String value, String result) {
    return call(tool, value, result, true);
  }

  private TraceText call(String tool, String value, String result, boolean thinking) {
    String id = "call_" + ++calls;
    ArrayNode reply = content("assistant");
    if (thinking) {
      reply.addObject().put("type", "thinking").put("thinking", "Hm.").put("signature", "s" + id);
    }
    ObjectNode call = reply.addObject().put("type", "tool_use").put("id", id).put("name", tool);
    call.putObject("input").put("key", value);
    content("user")
        .addObject()
        .put("type", "tool_result")
        .put("tool_use_id", id)
        .put("content", result);
    return this;
  }

  private ArrayNode content(String role) {
    return messages.addObject().put("role", role).putArray("content");
  }

  /** As one line. */
  String line() {
    return line.toString();
  }

  RecordedRun run() {
    return TraceLine.read(line, "test", ReadOnlyNames.usual(), new ToolSpecs(java.util.List.of()));
  }
}
