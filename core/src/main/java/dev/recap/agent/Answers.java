package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.OpeningRecord;
import dev.recap.tool.ToolAnswer;
import dev.recap.work.Outcome;
import dev.recap.work.WorkChange;

/** What goes on record when a call that ran has its answer. */
final class Answers {
  private static final int MOST_KEPT = 8_000_000;

  private final ItemChanges changes;
  private final int resultCharacters;

  Answers(ItemChanges changes, int resultCharacters) {
    this.changes = changes;
    this.resultCharacters = resultCharacters;
  }

  Answered of(ToolAnswer answer, Intended intention, Ledger ledger) {
    boolean confirmed = answer.outcome() == Outcome.CONFIRMED;
    String text = keepable(answer.text()) + remark(answer, intention, ledger);
    return new Answered(
            new ToolResult(answer.callId(), text, !confirmed),
            text,
            standing(answer.outcome()),
            intention.opening(),
            confirmed ? changes.of(answer.workChange(), intention, ledger) : null)
        .shown(resultCharacters);
  }

  /** A result that no journal takes must not cost the record of what its call did. */
  static String keepable(String text) {
    return text.length() <= MOST_KEPT
        ? text
        : "%s\n[cut: the first %d of %d characters; the rest is on no record]"
            .formatted(text.substring(0, MOST_KEPT), MOST_KEPT, text.length());
  }

  /** Looking at an item that is closed does not open it again, so the model is told. */
  private static String remark(ToolAnswer answer, Intended intention, Ledger ledger) {
    return !intention.effect().changes()
            && answer.change() instanceof WorkChange.Opens(var item)
            && ledger.latest(item).flatMap(OpeningRecord::closed).isPresent()
        ? "\n[%s is closed; looking at it does not open it again]".formatted(item)
        : "";
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

  /** The answer to a call of which its toolbox says nothing. */
  static ToolAnswer broken(Intended call) {
    String text = "%s broke down without an answer.".formatted(call.tool());
    return call.effect().changes()
        ? new ToolAnswer(
            call.callId(),
            text + " Nobody knows yet whether it took effect.",
            Outcome.UNKNOWN,
            null)
        : new ToolAnswer(call.callId(), text, Outcome.FAILED, null);
  }

  /** That a repeat did nothing does not say that the first try had done nothing. */
  static ToolAnswer ofRepeat(ToolAnswer answer) {
    return answer.outcome() == Outcome.FAILED
        ? new ToolAnswer(answer.callId(), answer.text(), Outcome.UNKNOWN, null)
        : answer;
  }

  private static Standing standing(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> Standing.CONFIRMED;
      case FAILED -> Standing.FAILED;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }
}
