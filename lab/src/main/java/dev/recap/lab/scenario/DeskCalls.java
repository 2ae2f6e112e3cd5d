package dev.recap.lab.scenario;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import java.util.List;

/** Runs the desk's tools for loops that are not ours: no guard, no journal. */
final class DeskCalls {
  private final Toolbox toolbox;
  private final String runId;

  DeskCalls(Toolbox toolbox, String runId) {
    this.toolbox = toolbox;
    this.runId = runId;
  }

  /**
   * One answered call.
   *
   * @param executed whether a tool ran and wrote its row
   */
  record Done(ToolResult result, boolean executed) {}

  Done run(ToolCall call) {
    if (toolbox.declaration(call.tool()).isEmpty()) {
      return refused(call, "Tool '" + call.tool() + "' not found");
    }
    CheckedCall checked = toolbox.check(call);
    if (checked.complaint().isPresent()) {
      return refused(call, checked.complaint().get());
    }
    ToolAnswer answer = toolbox.runAll(List.of(prepared(checked))).getFirst();
    boolean error = answer.outcome() != Outcome.CONFIRMED;
    String text = error ? "Error: " + answer.text() : answer.text();
    return new Done(new ToolResult(call.id(), text, error), true);
  }

  private static Done refused(ToolCall call, String why) {
    return new Done(new ToolResult(call.id(), "Error: " + why, true), false);
  }

  private PreparedCall prepared(CheckedCall call) {
    IdempotencyKey key =
        call.idempotencyKey(call.item().map(item -> new Opening(item, 1)).orElse(null));
    return new PreparedCall(call, CallContext.of(runId, key, call.spelled()));
  }
}
