package dev.recap.anthropic;

/** A piece of a reply that is still being written. */
public sealed interface ReplyDelta {

  /** The position in the reply, from 0, of the block that this is a piece of. */
  int block();

  /** The next words of the answer. */
  record TextDelta(int block, String text) implements ReplyDelta {}

  /** The next words of the model's thinking. */
  record ThinkingDelta(int block, String thinking) implements ReplyDelta {}

  /**
   * The next characters of a tool call's arguments.
   *
   * @param partialJson not JSON by itself: all pieces of a block joined are
   */
  record ArgumentsDelta(int block, String callId, String tool, String partialJson)
      implements ReplyDelta {}
}
