package dev.recap.invariants;

import dev.recap.conversation.ToolCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No two calls have the same id, however far apart they stand. */
final class CallIdsUnique implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    Set<String> ids = new HashSet<>();
    return proposed.breaches(
        ToolCall.class,
        call -> !ids.add(call.id()),
        call -> "asks for call %s, an id used before".formatted(call.id()));
  }
}
