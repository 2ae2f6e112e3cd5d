package dev.recap.invariants;

import dev.recap.conversation.ToolResult;
import java.util.List;

/** A result that is an error says something; any other may be empty. */
final class ErrorsHaveText implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    return proposed.breaches(
        ToolResult.class,
        result -> result.error() && result.content().isBlank(),
        result -> "has an error without text, result " + result.callId());
  }
}
