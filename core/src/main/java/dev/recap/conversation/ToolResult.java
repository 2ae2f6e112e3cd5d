package dev.recap.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told about one tool call.
 *
 * @param callId the id of the call that this answers
 * @param content the text the model sees
 * @param error whether the model should read it as a failure
 * @param shown images and documents beside the text; null for none
 */
public record ToolResult(String callId, String content, boolean error, @Nullable List<Media> shown)
    implements Block {
  public ToolResult {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(content, "content");
    shown = shown == null || shown.isEmpty() ? null : List.copyOf(shown);
  }

  /** Text alone. */
  public ToolResult(String callId, String content, boolean error) {
    this(callId, content, error, null);
  }

  /** Images and documents beside the text. */
  public List<Media> media() {
    return shown == null ? List.of() : shown;
  }
}
