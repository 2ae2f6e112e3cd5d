package dev.recap.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.recap.anthropic.ReplyDelta.ArgumentsDelta;
import dev.recap.anthropic.ReplyDelta.TextDelta;
import dev.recap.anthropic.ReplyDelta.ThinkingDelta;

/** One block of a stream: what it started as and what has been added. Of one thread. */
final class StreamedBlock {
  private final int index;
  private final ObjectNode block;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final StringBuilder input = new StringBuilder();

  StreamedBlock(int index, ObjectNode start) {
    this.index = index;
    this.block = start;
    text.append(start.path("text").asText());
    thinking.append(start.path("thinking").asText());
  }

  /** Whether the delta was understood; without it the block could not go back whole. */
  boolean append(JsonNode delta, TokenListener listener) {
    switch (delta.path("type").asText()) {
      case "text_delta" -> {
        String piece = delta.path("text").asText();
        text.append(piece);
        listener.heard(new TextDelta(index, piece));
      }
      case "thinking_delta" -> {
        String piece = delta.path("thinking").asText();
        thinking.append(piece);
        listener.heard(new ThinkingDelta(index, piece));
      }
      case "input_json_delta" -> {
        String piece = delta.path("partial_json").asText();
        input.append(piece);
        listener.heard(
            new ArgumentsDelta(
                index, block.path("id").asText(), block.path("name").asText(), piece));
      }
      case "signature_delta" -> block.set("signature", delta.path("signature"));
      case "citations_delta" -> addCitation(delta.path("citation"));
      case "compaction_delta" -> addSummary(delta);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void addCitation(JsonNode citation) {
    if (!block.path("citations").isArray()) {
      block.putArray("citations");
    }
    block.withArray("/citations").add(citation);
  }

  /** A summary comes in one piece. */
  private void addSummary(JsonNode delta) {
    delta
        .properties()
        .forEach(field -> {
          if (!field.getKey().equals("type")) {
            block.set(field.getKey(), field.getValue());
          }
        });
  }

  ObjectNode whole() {
    if (block.has("text")) {
      block.put("text", text.toString());
    }
    if (block.has("thinking")) {
      block.put("thinking", thinking.toString());
    }
    if (!input.toString().isBlank()) {
      putInput(input.toString());
    }
    return block;
  }

  /** Complete arguments stand as they came; a fragment stands as a string, which no reader runs. */
  private void putInput(String json) {
    if (JsonText.isObject(json)) {
      block.putRawValue("input", new RawValue(json));
    } else {
      block.put("input", json);
    }
  }
}
