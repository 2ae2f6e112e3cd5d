package dev.recap.lab.count;

import dev.recap.conversation.ToolCall;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.tool.CallContext;
import dev.recap.work.IdempotencyKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that a tool wrote when it ran.
 *
 * @param item the work item it was about; null when it was about none
 * @param confirmed whether it took effect
 */
public record ExecutedCall(CallContext call, @Nullable String item, boolean confirmed) {
  public ExecutedCall {
    Objects.requireNonNull(call, "call");
  }

  /** A row of the desk's {@code tool_call} table. */
  public static ExecutedCall of(RecordedCall row) {
    DeskCall call = row.call();
    return new ExecutedCall(
        CallContext.of(
            call.run(),
            new IdempotencyKey(call.idempotencyKey()),
            new ToolCall(call.callId(), call.tool(), call.arguments())),
        row.ticket(),
        row.result().outcome() == CallOutcome.CONFIRMED);
  }
}
