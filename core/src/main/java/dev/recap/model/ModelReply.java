package dev.recap.model;

import dev.recap.conversation.Block;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One whole reply.
 *
 * @param content may be empty: some models end a turn without a word
 * @param requestId the provider's name for the exchange, for support; empty when there is none
 */
public record ModelReply(
    List<Block> content, StopReason stopReason, Usage usage, String requestId) {
  public ModelReply {
    content = List.copyOf(content);
    Objects.requireNonNull(stopReason, "stopReason");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(requestId, "requestId");
    List<String> ids =
        content.stream()
            .filter(ToolCall.class::isInstance)
            .map(block -> ((ToolCall) block).id())
            .toList();
    if (ids.stream().distinct().count() != ids.size()) {
      throw new IllegalArgumentException(
          "the calls of one reply need different ids, but were " + ids);
    }
  }

  /** The tool calls, in order. */
  public List<ToolCall> calls() {
    return content.stream().filter(ToolCall.class::isInstance).map(ToolCall.class::cast).toList();
  }

  /** Whether it asks for tools and goes on with their results; otherwise the agent has yielded. */
  public boolean waitsForTools() {
    return stopReason == StopReason.TOOL_USE && !calls().isEmpty();
  }

  /** All text blocks, joined by line breaks; thinking is not text. */
  public String text() {
    return content.stream()
        .filter(Text.class::isInstance)
        .map(block -> ((Text) block).text())
        .collect(Collectors.joining("\n"));
  }
}
