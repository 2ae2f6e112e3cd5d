package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Decided;
import dev.recap.journal.Intended;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of the last reply that have no answer yet, and those of unknown outcome. */
final class OpenCalls {
  private static final String NOBODY_KNOWS = "Nobody knows yet whether it took effect.";

  private final ProjectedJournal journal;
  private final Answers answers;
  private final Settling settling;
  private final Approvals approvals;
  private final CallRunner runner;

  OpenCalls(Setup setup, RunScope scope, ProjectedJournal journal) {
    Toolbox tools = setup.tools().over(journal);
    var changes = new ItemChanges(tools);
    this.journal = journal;
    this.answers = new Answers(changes, journal, setup.rules().limits().resultCharacters());
    this.settling = new Settling(tools, changes, journal, scope, setup.clock());
    this.approvals = new Approvals(setup.rules(), journal, setup.clock());
    this.runner = new CallRunner(tools, approvals, answers, journal, scope, setup.clock());
  }

  /**
   * Answers all of them. Of calls that were running when the process stopped those run again that
   * may run twice, unless they are known to have happened; the others are answered with what their
   * look-up says, or as unknown.
   *
   * @return those that wait for a person instead
   */
  List<ToolCall> run() {
    List<ToolCall> toRun = new ArrayList<>();
    for (ToolCall call : open()) {
      Optional<Intended> begun = journal.ledger().intention(call.id());
      Optional<ToolAnswer> answer = begun.flatMap(intention -> unlessAgain(call, intention));
      if (answer.isPresent()) {
        journal.append(answers.of(answer.get(), begun.orElseThrow()));
      } else {
        toRun.add(call);
      }
    }
    return runner.run(toRun);
  }

  /** The answer to a call that had begun; empty when it is to run again. */
  private Optional<ToolAnswer> unlessAgain(ToolCall call, Intended begun) {
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
        found.isPresent()
            ? interrupted(call, Outcome.FAILED, "It had no effect and may be called again.")
            : interrupted(call, Outcome.UNKNOWN, NOBODY_KNOWS));
  }

  private static ToolAnswer interrupted(ToolCall call, Outcome outcome, String found) {
    String text = "The process stopped while %s was running. %s".formatted(call.tool(), found);
    return new ToolAnswer(call.id(), text, outcome, null);
  }

  /** Answers all of them without running any. */
  void reject(String why) {
    for (ToolCall call : open()) {
      String text = "%s was not executed: %s.".formatted(call.tool(), why);
      journal.hold(Answered.unexecuted(call.id(), text, Standing.REJECTED, null));
    }
    journal.flush();
  }

  /** Answers those that a cancelled run leaves; of one that was running nobody knows. */
  void abandon() {
    for (ToolCall call : open()) {
      Optional<Intended> begun = journal.ledger().intention(call.id());
      if (begun.isPresent()) {
        ToolAnswer answer =
            begun.get().effect().changes()
                ? interrupted(call, Outcome.UNKNOWN, NOBODY_KNOWS)
                : interrupted(call, Outcome.FAILED, "It changes nothing.");
        journal.append(answers.of(answer, begun.get()));
      }
    }
    reject("the run was cancelled");
  }

  /**
   * Puts on record what became of calls of unknown outcome, as far as it can be found out.
   *
   * @return whether anything was
   */
  boolean settle() {
    return settling.settle();
  }

  /** The same, also for what could not be found out before. */
  boolean settleAgain() {
    settling.tryAgain();
    return settle();
  }

  /** Takes a caller's word about a call of unknown outcome. */
  void settle(IdempotencyKey key, Outcome outcome, String receipt) {
    settling.byCaller(key, outcome, receipt);
  }

  /**
   * Takes a person's word about a call that waits for it.
   *
   * @throws IllegalArgumentException when no such call waits
   */
  void decide(ToolCall call, Decided.Word word) {
    approvals.decide(call, word);
  }

  private List<ToolCall> open() {
    return journal.view().unanswered();
  }
}
