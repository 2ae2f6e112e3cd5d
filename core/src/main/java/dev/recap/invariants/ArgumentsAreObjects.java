package dev.recap.invariants;

import dev.recap.conversation.ToolCall;
import java.util.List;

/** The arguments of every call are one JSON object. */
final class ArgumentsAreObjects implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    return proposed.breaches(
        ToolCall.class,
        call -> !Accepted.asArguments(call.arguments()),
        call -> "has a call %s whose arguments are no JSON object".formatted(call.id()));
  }
}
