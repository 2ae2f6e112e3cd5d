package dev.recap.model;

/** Why a reply ended. */
public enum StopReason {
  /** The model said all it wanted to say. */
  END_TURN,
  /** The model waits for the results of its tool calls: the only reason on which tools run. */
  TOOL_USE,
  /** Cut off at the output limit; calls in such a reply may be incomplete. */
  MAX_TOKENS,
  /** A stop sequence came up. */
  STOP_SEQUENCE,
  /** The provider paused a long turn: send it back as it is and it goes on. */
  PAUSE_TURN,
  /** The model declined. */
  REFUSAL,
  /** Prompt and reply together reached the end of the window. */
  WINDOW_EXCEEDED
}
