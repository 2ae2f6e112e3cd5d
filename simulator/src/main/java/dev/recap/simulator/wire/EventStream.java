package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A message as the events of a stream, in the order and shapes of the API. */
public final class EventStream {
  private static final int PIECE = 24;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EventStream() {}

  /** The events of a whole message, as {@code event:} and {@code data:} lines. */
  public static List<String> of(ObjectNode message) {
    List<String> events = new ArrayList<>();
    events.add(start(message));
    JsonNode content = message.path("content");
    for (int i = 0; i < content.size(); i++) {
      block(content.get(i), i, events);
      if (i == 0) {
        events.add(event(NODES.objectNode().put("type", "ping")));
      }
    }
    ObjectNode end = NODES.objectNode().put("type", "message_delta");
    ObjectNode delta = end.putObject("delta");
    delta.set("stop_reason", message.path("stop_reason"));
    delta.set("stop_sequence", message.path("stop_sequence"));
    end.set("usage", message.path("usage"));
    if (message.has("context_management")) {
      end.set("context_management", message.path("context_management"));
    }
    events.add(event(end));
    events.add(event(NODES.objectNode().put("type", "message_stop")));
    return events;
  }

  private static String start(ObjectNode message) {
    ObjectNode empty = message.deepCopy().without(List.of("context_management"));
    empty.putArray("content");
    empty.putNull("stop_reason");
    empty.putNull("stop_sequence");
    ((ObjectNode) empty.path("usage")).put("output_tokens", 1);
    ObjectNode start = NODES.objectNode().put("type", "message_start");
    start.set("message", empty);
    return event(start);
  }

  private static void block(JsonNode block, int index, List<String> events) {
    ObjectNode start = NODES.objectNode().put("type", "content_block_start").put("index", index);
    List<ObjectNode> deltas = new ArrayList<>();
    ObjectNode opened = block.deepCopy();
    switch (block.path("type").asText()) {
      case "text" -> {
        opened.put("text", "");
        pieces(block.path("text").asText())
            .forEach(piece -> deltas.add(delta("text_delta", "text", piece)));
      }
      case "thinking" -> {
        opened.put("thinking", "").put("signature", "");
        pieces(block.path("thinking").asText())
            .forEach(piece -> deltas.add(delta("thinking_delta", "thinking", piece)));
        deltas.add(delta("signature_delta", "signature", block.path("signature").asText()));
      }
      case "compaction" -> {
        // A signed one comes whole: its start carries all of it, and no delta follows.
        if (ThresholdCompaction.isBlock(block)) {
          opened.putNull("content");
          deltas.add(delta("compaction_delta", "content", block.path("content").asText(null)));
        }
      }
      default -> {
        opened.putObject("input");
        deltas.add(delta("input_json_delta", "partial_json", ""));
        if (!block.path("input").isEmpty()) {
          pieces(block.path("input").toString())
              .forEach(piece -> deltas.add(delta("input_json_delta", "partial_json", piece)));
        }
      }
    }
    start.set("content_block", opened);
    events.add(event(start));
    for (ObjectNode delta : deltas) {
      ObjectNode event = NODES.objectNode().put("type", "content_block_delta").put("index", index);
      event.set("delta", delta);
      events.add(event(event));
    }
    events.add(event(NODES.objectNode().put("type", "content_block_stop").put("index", index)));
  }

  private static ObjectNode delta(String type, String field, String piece) {
    return NODES.objectNode().put("type", type).put(field, piece);
  }

  /** Pieces of a few words that never split a surrogate pair. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + PIECE);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to++;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static String event(ObjectNode data) {
    return "event: " + data.path("type").asText() + "\ndata: " + data + "\n\n";
  }
}
