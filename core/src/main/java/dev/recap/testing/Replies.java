package dev.recap.testing;

import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import java.util.ArrayList;
import java.util.List;

/** A reply in the making: {@code Replies.saying("...")}, {@code Replies.calling("tool", "{}")}. */
public final class Replies {
  private final List<Block> content = new ArrayList<>();
  private StopReason stopReason = StopReason.END_TURN;
  private Usage usage = Usage.NONE;

  private Replies() {}

  /** A final answer. */
  public static Replies saying(String text) {
    return new Replies().and(new Text(text));
  }

  /** A call under an id made of the tool's name and the arguments' hash. */
  public static Replies calling(String tool, String arguments) {
    return new Replies().andCalling(tool, arguments);
  }

  /** A reply that begins with signed thinking. */
  public static Replies thinking(String thought) {
    String json =
        "{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"c2lnbmVk\"}".formatted(thought);
    return new Replies().and(new Opaque("thinking", json));
  }

  public Replies andSaying(String text) {
    return and(new Text(text));
  }

  public Replies andCalling(String tool, String arguments) {
    String id = "call_%s_%d_%08x".formatted(tool, content.size(), arguments.hashCode());
    stopReason = StopReason.TOOL_USE;
    return and(new ToolCall(id, tool, arguments));
  }

  public Replies and(Block block) {
    content.add(block);
    return this;
  }

  public Replies stopping(StopReason reason) {
    this.stopReason = reason;
    return this;
  }

  /** What the provider reports, all of the prompt outside the cache. */
  public Replies using(long promptTokens, long outputTokens) {
    this.usage = new Usage(promptTokens, 0, 0, outputTokens);
    return this;
  }

  public ModelReply reply() {
    return new ModelReply(content, stopReason, usage, "");
  }
}
