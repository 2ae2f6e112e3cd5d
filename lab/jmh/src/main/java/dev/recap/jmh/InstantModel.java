package dev.recap.jmh;

import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Answers at once. */
final class InstantModel implements Model {
  private static final int WINDOW_TOKENS = 1_000_000_000;
  private static final AtomicLong CALLS = new AtomicLong();

  private final Function<ModelRequest, ModelReply> rule;

  InstantModel(Function<ModelRequest, ModelReply> rule) {
    this.rule = rule;
  }

  static ModelReply calling(String tool, String arguments) {
    return new ModelReply(
        List.of(new ToolCall("call_" + CALLS.incrementAndGet(), tool, arguments)),
        StopReason.TOOL_USE,
        Usage.NONE,
        "");
  }

  static ModelReply answering() {
    return new ModelReply(List.of(new Text(Words.ANSWER)), StopReason.END_TURN, Usage.NONE, "");
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("instant", WINDOW_TOKENS, 0, null);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    return rule.apply(request);
  }
}
