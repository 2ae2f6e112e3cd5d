package dev.recap.lab.scenario;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.tool.CallContext;
import dev.recap.tool.CanonicalJson;
import dev.recap.tool.PreparedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.Toolbox;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import java.util.List;
import java.util.Optional;

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
    Optional<ToolDeclaration> declaration = toolbox.declaration(call.tool());
    if (declaration.isEmpty()) {
      return refused(call, "Tool '" + call.tool() + "' not found");
    }
    Optional<String> complaint = toolbox.complaint(call);
    if (complaint.isPresent()) {
      return refused(call, complaint.get());
    }
    ToolAnswer answer = toolbox.runAll(List.of(prepared(call, declaration.get()))).getFirst();
    boolean error = answer.outcome() != Outcome.CONFIRMED;
    String text = error ? "Error: " + answer.text() : answer.text();
    return new Done(new ToolResult(call.id(), text, error), true);
  }

  private static Done refused(ToolCall call, String why) {
    return new Done(new ToolResult(call.id(), "Error: " + why, true), false);
  }

  private PreparedCall prepared(ToolCall call, ToolDeclaration tool) {
    Opening opening = tool.item(call.arguments()).map(item -> new Opening(item, 1)).orElse(null);
    String key = tool.effectKey(opening, call.arguments()).value();
    return new PreparedCall(
        call,
        new CallContext(runId, call.id(), key, call.tool(), CanonicalJson.of(call.arguments())));
  }
}
