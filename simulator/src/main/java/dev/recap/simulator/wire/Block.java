package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A content block of a message. */
public sealed interface Block {
  /** The block as it came. */
  JsonNode json();

  /** Words. */
  record Text(String text, JsonNode json) implements Block {}

  /** A call the model asked for. */
  record Call(String id, String name, JsonNode input, JsonNode json) implements Block {}

  /** What a call got; {@code text} joins the texts of its content. */
  record Result(String callId, String text, boolean error, JsonNode json) implements Block {}

  /** Thinking with its signature. */
  record Thinking(String thinking, String signature, JsonNode json) implements Block {}

  /** A block the agent does not look into, such as an image. */
  record Other(String type, JsonNode json) implements Block {}
}
