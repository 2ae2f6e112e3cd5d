package dev.recap.invariants;

import dev.recap.conversation.ToolCall;
import java.util.List;

/**
 * Ids of calls and names of tools have only the signs, and tools' names only the length, allowed.
 */
final class NamesAccepted implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    List<String> broken =
        proposed.breaches(
            ToolCall.class,
            call -> !Accepted.asId(call.id()),
            call -> "has a call with the id '%s'".formatted(call.id()));
    broken.addAll(
        proposed.breaches(
            ToolCall.class,
            call -> !Accepted.asToolName(call.tool()),
            call -> "calls a tool '%s', call %s".formatted(call.tool(), call.id())));
    return broken;
  }
}
