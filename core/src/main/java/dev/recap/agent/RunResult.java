package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.ledger.LedgerEffect;
import java.util.List;

/**
 * How a run ended, or why it {@link #pauses}. A failure of the model after its retries is thrown
 * instead.
 */
public sealed interface RunResult {

  /** The agent gave its final answer. */
  record Answered(String text) implements RunResult {}

  /** The agent gave a final answer twice over a check that still found something left. */
  record Unfinished(String text, String left) implements RunResult {}

  /** The model declined. */
  record Refused(String text) implements RunResult {}

  /** The final reply was cut off at the output limit; calls in it were not executed. */
  record Truncated(String text) implements RunResult {}

  /** The limit on turns was reached; the tools of the last turn have run. */
  record TurnLimitReached(int turns) implements RunResult {}

  /** The limit on tokens, summary calls included, was reached. */
  record TokenLimitReached(long tokens) implements RunResult {}

  /** The limit in money, summary calls included, was reached: what the run cost. */
  record MoneyLimitReached(double dollars) implements RunResult {}

  /** The prompt does not fit the model's window, and compaction could not make it fit. */
  record WindowExceeded(String reason) implements RunResult {}

  /**
   * Calls may or may not have taken effect; somebody has to find out before the run goes on. It
   * pauses: settle each with {@link Run#settle} or {@link Agent#settle}, then ask for the result
   * again, or resume the journal.
   */
  record UnsettledEffect(List<LedgerEffect> effects) implements RunResult {
    public UnsettledEffect {
      effects = List.copyOf(effects);
    }
  }

  /**
   * Calls of the last reply wait for a person's yes, and nothing of that reply that has not run yet
   * runs until all of them are decided. The run pauses: say {@link Run#approve} or {@link Run#deny}
   * for each, then ask for the result again; or do so in another process, on the run that {@link
   * Agent#resume} gives.
   *
   * @param calls in call order
   */
  record ApprovalNeeded(List<ToolCall> calls) implements RunResult {
    public ApprovalNeeded {
      calls = List.copyOf(calls);
    }
  }

  /** The caller cancelled, or interrupted the thread. */
  record Cancelled() implements RunResult {}

  /** Whether the run can go on once somebody has answered: the journal then has no end of it. */
  default boolean pauses() {
    return this instanceof UnsettledEffect || this instanceof ApprovalNeeded;
  }

  /** The result's name, as the journal has it. */
  default String name() {
    return getClass().getSimpleName();
  }
}
