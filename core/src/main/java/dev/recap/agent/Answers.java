package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.ledger.Ledger;
import dev.recap.tool.ToolAnswer;
import dev.recap.work.Outcome;

/** What goes on record when a call that ran has its answer. */
final class Answers {
  private final ItemChanges changes;
  private final int resultCharacters;

  Answers(ItemChanges changes, int resultCharacters) {
    this.changes = changes;
    this.resultCharacters = resultCharacters;
  }

  Answered of(ToolAnswer answer, Intended intention, Ledger ledger) {
    boolean confirmed = answer.outcome() == Outcome.CONFIRMED;
    return new Answered(
            new ToolResult(answer.callId(), answer.text(), !confirmed),
            answer.text(),
            standing(answer.outcome()),
            intention.opening(),
            confirmed ? changes.of(answer.workChange(), intention, ledger) : null)
        .shown(resultCharacters);
  }

  /** An answer to a call that did not run, cut like any other. */
  Answered shown(Answered unexecuted) {
    return unexecuted.shown(resultCharacters);
  }

  /** The answer to a call that was running when the process stopped. */
  static ToolAnswer interrupted(ToolCall call, Outcome outcome, String found) {
    String text = "The process stopped while %s was running. %s".formatted(call.tool(), found);
    return new ToolAnswer(call.id(), text, outcome, null);
  }

  private static Standing standing(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> Standing.CONFIRMED;
      case FAILED -> Standing.FAILED;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }
}
