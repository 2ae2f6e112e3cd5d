package dev.recap.agent;

import dev.recap.context.ProjectedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Intended;
import dev.recap.tool.ToolAnswer;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of calls that had no answer when the process stopped. */
final class Resumption {
  private static final String NOBODY_KNOWS = "Nobody knows yet whether it took effect.";

  private final Settling settling;
  private final Answers answers;

  Resumption(Settling settling, Answers answers) {
    this.settling = settling;
    this.answers = answers;
  }

  /**
   * The calls that can run now: those that had not begun, and those that may run twice unless they
   * are known to have happened. The others are answered with what their look-up says, or as
   * unknown.
   */
  List<ToolCall> stillToRun(List<ToolCall> unanswered, ProjectedJournal journal) {
    List<ToolCall> toRun = new ArrayList<>();
    for (ToolCall call : unanswered) {
      Optional<Intended> begun = journal.ledger().intention(call.id());
      Optional<ToolAnswer> answer = begun.flatMap(intention -> answer(call, intention));
      if (begun.isPresent() && answer.isPresent()) {
        journal.append(answers.of(answer.get(), begun.get(), journal.ledger()));
      } else {
        toRun.add(call);
      }
    }
    return toRun;
  }

  /** Answers those that had begun without running any again. */
  void answerBegun(List<ToolCall> unanswered, ProjectedJournal journal) {
    for (ToolCall call : unanswered) {
      journal
          .ledger()
          .intention(call.id())
          .ifPresent(begun -> {
            ToolAnswer answer =
                begun.effect().changes()
                    ? Answers.interrupted(call, Outcome.UNKNOWN, NOBODY_KNOWS)
                    : Answers.interrupted(call, Outcome.FAILED, "It changes nothing.");
            journal.append(answers.of(answer, begun, journal.ledger()));
          });
    }
  }

  /** Empty when the call is to run again. */
  private Optional<ToolAnswer> answer(ToolCall call, Intended begun) {
    if (begun.effect() == Effect.READ_ONLY) {
      return Optional.empty();
    }
    Optional<ToolAnswer> found = settling.ofInterrupted(call, begun);
    if (found.filter(answer -> answer.outcome() == Outcome.CONFIRMED).isPresent()) {
      return found;
    }
    if (begun.effect() == Effect.IDEMPOTENT && settling.isReadable(call)) {
      return Optional.empty();
    }
    return Optional.of(
        found
            .map(answer ->
                Answers.interrupted(
                    call, Outcome.FAILED, "It had no effect and may be called again."))
            .orElseGet(() -> Answers.interrupted(call, Outcome.UNKNOWN, NOBODY_KNOWS)));
  }
}
