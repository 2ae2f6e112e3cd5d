package dev.recap.agent;

import dev.recap.conversation.ToolCall;

/**
 * Says which calls need a person's yes before they run, besides those of tools that say so
 * themselves. Asked once about a call when it is to run; that it waits is then on record. If it
 * throws, the call waits.
 */
@FunctionalInterface
public interface Approval {

  /** Whether this call, whose arguments fit, waits for a person. */
  boolean needed(ToolCall call);

  /** Calls of which either says so. */
  default Approval or(Approval other) {
    return call -> needed(call) || other.needed(call);
  }
}
