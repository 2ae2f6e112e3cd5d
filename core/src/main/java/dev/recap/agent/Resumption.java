package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of calls that had no answer when the process stopped. */
final class Resumption {
  private Resumption() {}

  /**
   * The calls that can run now: those that had not begun, and those that may run twice. The others
   * are answered as unknown.
   */
  static List<ToolCall> stillToRun(List<ToolCall> unanswered, FoldedJournal journal) {
    List<ToolCall> toRun = new ArrayList<>();
    for (ToolCall call : unanswered) {
      Optional<Intended> begun = journal.ledger().intention(call.id());
      if (begun.isEmpty() || mayRunTwice(begun.get().effect())) {
        toRun.add(call);
      } else {
        journal.append(unknown(call, begun.get()));
      }
    }
    return toRun;
  }

  private static boolean mayRunTwice(Effect effect) {
    return effect == Effect.READ_ONLY || effect == Effect.IDEMPOTENT;
  }

  private static Answered unknown(ToolCall call, Intended begun) {
    String text =
        "The process stopped while %s was running. Nobody knows yet whether it took effect."
            .formatted(call.tool());
    return new Answered(
        new ToolResult(call.id(), text, true), text, Standing.UNKNOWN, begun.opening(), null);
  }
}
