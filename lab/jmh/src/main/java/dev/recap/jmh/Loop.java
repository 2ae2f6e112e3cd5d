package dev.recap.jmh;

/** A loop with a conversation of a certain size behind it. */
interface Loop {
  /** Prepares so many turns: what this costs, no turn costs. */
  void prepare(int turns);

  /** Makes the turns that were prepared, each a request and, but for a last one, a call. */
  void make();

  /**
   * Turns that a loop makes before it begins anew where nothing holds the view at its size: few
   * enough that it stays near it, as it grows by two messages a turn.
   */
  static int turnsOfOneRun(int messages) {
    return Math.max(4, messages / 25);
  }

  /** Messages of the first request of so many turns, so that they have this many on average. */
  static int messagesAtFirst(int messages, int turns) {
    return messages - turns + 1;
  }
}
