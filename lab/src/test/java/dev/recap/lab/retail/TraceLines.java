package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes an invented conversation of a shop in the words of the Messages API. */
final class TraceLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode line = JSON.createObjectNode();
  private final ArrayNode messages;
  private int calls;

  TraceLines(String id) {
    line.put("id", id).put("domain", "retail").put("model", "nobody").put("system", "Be kind.");
    messages = line.putArray("messages");
  }

  /** A call and what came of it; quotation marks are single ones. */
  record Call(String tool, String input, String result) {
    static Call of(String tool, String input, String result) {
      return new Call(tool, input.replace('\'', '"'), result.replace('\'', '"'));
    }
  }

  TraceLines user(String text) {
    content("user").addObject().put("type", "text").put("text", text);
    return this;
  }

  TraceLines says(String text) {
    content("assistant").addObject().put("type", "text").put("text", text);
    return this;
  }

  /** One call, answered. */
  TraceLines calls(String tool, String input, String result) {
    return calls(Call.of(tool, input, result));
  }

  /** One reply with these calls, and a message with their answers. */
  TraceLines calls(Call... all) {
    ArrayNode reply = content("assistant");
    ArrayNode results = content("user");
    for (Call call : all) {
      String id = "call_" + ++calls;
      reply
          .addObject()
          .put("type", "tool_use")
          .put("id", id)
          .put("name", call.tool())
          .set("input", json(call.input()));
      results
          .addObject()
          .put("type", "tool_result")
          .put("tool_use_id", id)
          .put("content", call.result())
          .put("is_error", call.result().startsWith("Error"));
    }
    return this;
  }

  private ArrayNode content(String role) {
    return messages.addObject().put("role", role).putArray("content");
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As one line. */
  String line() {
    return line.toString();
  }

  /** Read again from a file in this folder. */
  RetailTrace in(Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("traces.jsonl"), line());
      List<RetailTrace> traces = RetailTrace.read(file).traces();
      return traces.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
