package dev.recap.model;

import dev.recap.conversation.Block;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One whole reply.
 *
 * @param content may be empty: some models end a turn without a word
 * @param requestId the provider's name for the exchange, for support; empty when there is none
 * @param details null where the provider told nothing of the kind
 */
public record ModelReply(
    List<Block> content,
    StopReason stopReason,
    Usage usage,
    String requestId,
    @Nullable Details details) {

  /**
   * What some providers tell besides.
   *
   * @param model the name of the model that replied, by whose prices the usage counts; null for the
   *     one that was asked
   * @param dropped thinking that the provider passed over
   * @param refusal what it tells of a refusal, as JSON; null where it tells nothing
   */
  public record Details(
      @Nullable String model, List<DroppedThinking> dropped, @Nullable String refusal) {
    public Details {
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * Thinking that was sent and passed over.
   *
   * @param path where it stood in the request, such as {@code messages.1.content.0}
   * @param reason the provider's word for it
   */
  public record DroppedThinking(String path, String reason) {}

  /** Why a reply ended. */
  public enum StopReason {
    /** The model said all it wanted to say. */
    END_TURN,
    /** The model waits for the results of its tool calls: the only reason on which tools run. */
    TOOL_USE,
    /** Cut off at the output limit; calls in such a reply may be incomplete. */
    MAX_TOKENS,
    /** A stop sequence came up. */
    STOP_SEQUENCE,
    /** The provider paused a long turn: send it back as it is and it goes on. */
    PAUSE_TURN,
    /** The model declined. */
    REFUSAL,
    /** Prompt and reply together reached the end of the window. */
    WINDOW_EXCEEDED
  }

  public ModelReply {
    content = List.copyOf(content);
    Objects.requireNonNull(stopReason, "stopReason");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(requestId, "requestId");
    List<String> ids = Block.only(ToolCall.class, content).stream().map(ToolCall::id).toList();
    if (ids.stream().distinct().count() != ids.size()) {
      throw new IllegalArgumentException(
          "the calls of one reply need different ids, but were " + ids);
    }
  }

  /** Without more details. */
  public ModelReply(List<Block> content, StopReason stopReason, Usage usage, String requestId) {
    this(content, stopReason, usage, requestId, null);
  }

  /** The name of another model than the one asked, if such a one replied. */
  public Optional<String> otherModel() {
    return Optional.ofNullable(details).map(Details::model);
  }

  /** Thinking that was sent and passed over. */
  public List<DroppedThinking> droppedThinking() {
    return details == null ? List.of() : details.dropped();
  }

  /** The tool calls, in order. */
  public List<ToolCall> calls() {
    return Block.only(ToolCall.class, content);
  }

  /** Whether it asks for tools and goes on with their results; otherwise the agent has yielded. */
  public boolean waitsForTools() {
    return stopReason == StopReason.TOOL_USE && !calls().isEmpty();
  }

  /**
   * Whether the limit or the window ended it before it said or asked anything that could stand: it
   * thought to the end, or there was no more room.
   */
  public boolean isCutShort() {
    boolean thinkingOnly = calls().isEmpty() && text().isBlank();
    return stopReason == StopReason.WINDOW_EXCEEDED
        || (stopReason == StopReason.MAX_TOKENS && thinkingOnly);
  }

  /** All text blocks, joined by line breaks; thinking is not text. */
  public String text() {
    return Block.text(content);
  }
}
