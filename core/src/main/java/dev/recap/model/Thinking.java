package dev.recap.model;

/** What holds a model's thinking blocks to their place in a conversation. */
public enum Thinking {
  /** It does not think. */
  NONE,
  /** What stands before may change, and thinking may leave. */
  FREE,
  /**
   * Each block is bound to everything before it: instructions, tools and every message. Where any
   * of that changes, the thinking behind it is refused, so it leaves, and never comes back.
   */
  BOUND,
  /**
   * What stands before may change, but the newest reply keeps its thinking as long as its calls are
   * being answered. So it is where thinking has a budget.
   */
  REQUIRED
}
