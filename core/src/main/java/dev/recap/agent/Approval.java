package dev.recap.agent;

import dev.recap.conversation.ToolCall;

/**
 * Says which calls need a person's yes before they run, besides those of tools that say so
 * themselves. Asked more than once about a call, also after a resumption: the same call gets the
 * same answer.
 */
@FunctionalInterface
public interface Approval {

  /** Whether this call, which has passed all checks, waits for a person. */
  boolean needed(ToolCall call);

  /** No further calls. */
  static Approval none() {
    return call -> false;
  }

  /** Calls of which either says so. */
  default Approval or(Approval other) {
    return call -> needed(call) || other.needed(call);
  }
}
