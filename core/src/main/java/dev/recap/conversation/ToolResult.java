package dev.recap.conversation;

import java.util.Objects;

/**
 * What the model is told about one tool call.
 *
 * @param callId the id of the call that this answers
 * @param content the text the model sees
 * @param error whether the model should read it as a failure
 */
public record ToolResult(String callId, String content, boolean error) implements Block {
  public ToolResult {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(content, "content");
  }
}
