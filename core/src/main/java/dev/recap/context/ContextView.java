package dev.recap.context;

import dev.recap.conversation.Message;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.work.Opening;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of the next request, to be read: a head that the runtime writes, and behind it the
 * tail, which is turns and user messages verbatim. Immutable; tokens are estimates, scaled by what
 * the provider has reported.
 */
public interface ContextView {

  /** The messages of the next request, roles alternating, the first one the head's. */
  List<Message> messages();

  /** The turns of the tail, oldest first. */
  List<? extends Turn> turns();

  /** Tokens of the next prompt: the last reply's usage plus an estimate of what came after. */
  long usedTokens();

  /**
   * Tokens of the next prompt by the estimate alone. What a compaction saves is the difference of
   * two of these.
   */
  long estimatedTokens();

  /** Tokens of tools, instructions and head alone: no compaction gets below. */
  long leastTokens();

  /** One reply of the model and the results of its calls. They leave together or not at all. */
  interface Turn {
    /** From 1 on, over the whole conversation. */
    int number();

    /** Its calls, in the order of the reply; none for a reply of text alone. */
    List<? extends Call> calls();

    /** Whether the reply carries thinking. */
    boolean hasThinking();

    /** Estimated tokens in a prompt, not scaled. */
    int tokens();
  }

  /** One call and its result. */
  interface Call {
    /** The number of the turn that asked. */
    int turn();

    /** As the model made it. */
    ToolCall call();

    /** As the model reads it, which may be a stub; empty while the call is unanswered. */
    Optional<ToolResult> result();

    /** The work it belongs to; empty until the next item is opened. */
    Set<Opening> belongsTo();

    /** Whether the result was given when all the work it belongs to was over. */
    boolean isAfterClosing();

    /** Whether the tool only looked something up and its result still stands as it was given. */
    boolean isDispensable();
  }
}
