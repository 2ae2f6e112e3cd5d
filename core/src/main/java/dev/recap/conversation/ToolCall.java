package dev.recap.conversation;

import java.util.Objects;

/**
 * What the model asks a tool to do.
 *
 * @param id the provider's name for this call; its result carries the same one
 * @param tool the tool's name as the model wrote it, which need not exist
 * @param arguments a JSON object as text, exactly as it was received
 */
public record ToolCall(String id, String tool, String arguments) implements Block {
  public ToolCall {
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
    if (id.isBlank()) {
      throw new IllegalArgumentException("a tool call needs an id, but it was blank: " + tool);
    }
  }
}
