package dev.recap.context;

import dev.recap.conversation.ToolCall;

/** The line that stands for a result which was cleared. */
public final class StubText {
  private StubText() {}

  /**
   * What was there, and how to get it back.
   *
   * @param call as the model made it: it names nothing that the model did not say itself
   * @param tokens of the result, estimated
   * @param recall whether the tool {@code recall} can return it
   */
  public static String of(ToolCall call, long tokens, boolean recall) {
    return "[cleared: the result of %s, about %d tokens; %s]"
        .formatted(
            CallText.of(call, ""),
            tokens,
            recall ? "recall returns it" : "call again if it is needed");
  }
}
