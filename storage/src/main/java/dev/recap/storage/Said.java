package dev.recap.storage;

import dev.recap.agent.RunResult;
import java.util.SortedSet;

/** What came of saying something in a conversation, or of going on with it. */
public sealed interface Said {

  /** The agent yielded, or was cancelled; nothing waits in the inbox. */
  record Ended(RunResult result) implements Said {}

  /** The run waits for somebody; its lease is free meanwhile. */
  record Paused(RunResult result) implements Said {}

  /**
   * Somebody else writes the conversation. What was said is in its inbox, and that one takes it.
   *
   * @param holder who, and until when at least
   */
  record HeldElsewhere(String holder) implements Said {}

  /**
   * The run in progress began with other instructions or tools than the agent has now. Nothing was
   * done; what was said is in the inbox. {@link Conversations#goOnAsItIs} goes on all the same.
   *
   * @param parts {@code instructions}, and the names of tools that are new, gone or not as they
   *     were
   */
  record AgentChanged(SortedSet<String> parts) implements Said {}

  /** There was nothing to go on with. */
  record NothingToDo() implements Said {}
}
