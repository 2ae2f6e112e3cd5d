package dev.recap.agent;

import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Outcome;

/** What goes on record when a call that ran has its answer. */
record Answers(ItemChanges changes, ProjectedJournal journal, int resultCharacters) {
  private static final int MOST_KEPT = 8_000_000;

  Answered of(ToolAnswer answer, Intended intention) {
    ItemChange change = changes.of(answer, intention, journal.ledger());
    // Looking at an item that is closed does not open it again, so the model is told.
    String remark =
        change == null && answer.change() instanceof WorkChange.Opens(var item)
            ? "\n[%s is closed; looking at it does not open it again]".formatted(item)
            : "";
    String text = keepable(answer.text()) + remark;
    return new Answered(
            new ToolResult(
                answer.callId(), text, answer.outcome() != Outcome.CONFIRMED, answer.media()),
            text,
            standing(answer.outcome()),
            intention.opening(),
            change)
        .shown(resultCharacters);
  }

  /** A result that no journal takes must not cost the record of what its call did. */
  static String keepable(String text) {
    return text.length() <= MOST_KEPT
        ? text
        : "%s\n[cut: the first %d of %d characters; the rest is on no record]"
            .formatted(text.substring(0, MOST_KEPT), MOST_KEPT, text.length());
  }

  static Standing standing(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> Standing.CONFIRMED;
      case FAILED -> Standing.FAILED;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }
}
