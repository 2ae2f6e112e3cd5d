package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import java.util.Objects;

/** A call that was checked and is on record, ready to run. */
public record PreparedCall(ToolCall call, CallContext context) {
  public PreparedCall {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(context, "context");
  }
}
