package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.ledger.Ledger;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.Toolbox;
import java.util.List;

/** Which calls wait for a person. A call that the guard answers does not. */
final class Approvals {
  private final Toolbox toolbox;
  private final Guard guard;
  private final Approval policy;

  Approvals(Toolbox toolbox, Approval policy) {
    this.toolbox = toolbox;
    this.guard = new Guard(toolbox);
    this.policy = policy;
  }

  /** Those of these calls that would run but need a word that nobody has given yet. */
  List<ToolCall> waiting(List<ToolCall> calls, Ledger ledger) {
    return calls.stream()
        .filter(call -> ledger.decision(call.id()).isEmpty())
        .filter(call -> guard.decide(call, ledger) instanceof Guard.Decision.Run)
        .filter(this::isNeeded)
        .toList();
  }

  private boolean isNeeded(ToolCall call) {
    return toolbox.declaration(call.tool()).filter(ToolDeclaration::approval).isPresent()
        || policy.needed(call);
  }
}
