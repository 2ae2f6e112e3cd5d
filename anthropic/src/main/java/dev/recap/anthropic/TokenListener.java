package dev.recap.anthropic;

/** Hears a reply while it is being written. */
@FunctionalInterface
public interface TokenListener {

  /**
   * Called for each piece in order, on a thread of the model's, while {@link AnthropicModel#ask}
   * waits. A slow listener slows the reply down; an exception thrown here ends the question and
   * reaches the asker. Pieces of a reply that later fails are not taken back.
   */
  void heard(ReplyDelta delta);
}
