package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import java.util.Objects;

/** A call that was checked and is on record, ready to run. */
public record PreparedCall(CheckedCall checked, CallContext context) {
  public PreparedCall {
    Objects.requireNonNull(checked, "checked");
    Objects.requireNonNull(context, "context");
  }

  public ToolCall call() {
    return checked.call();
  }
}
