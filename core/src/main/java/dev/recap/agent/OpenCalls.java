package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Intended;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The calls of the last reply that have no answer yet. */
record OpenCalls(
    ProjectedJournal journal,
    Answers answers,
    Settling settling,
    Approvals approvals,
    CallRunner runner) {
  private static final String NOBODY_KNOWS = "Nobody knows yet whether it took effect.";

  static OpenCalls in(ProjectedJournal journal, Setup setup, RunScope scope) {
    Toolbox tools = setup.tools();
    var changes = new ItemChanges(tools);
    var answers = new Answers(changes, journal, setup.rules().limits().resultCharacters());
    var approvals = new Approvals(setup.rules(), journal, setup.clock());
    return new OpenCalls(
        journal,
        answers,
        new Settling(tools, changes, journal, scope, setup.clock(), new HashSet<>()),
        approvals,
        new CallRunner(tools, approvals, answers, journal, scope, setup.clock()));
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
    for (ToolCall call : journal.view().unanswered()) {
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
    journal.view().unanswered().forEach(call -> journal.hold(CallRunner.notExecuted(call, why)));
    journal.flush();
  }

  /** Answers those that a cancelled run leaves; of one that was running nobody knows. */
  void abandon() {
    for (ToolCall call : journal.view().unanswered()) {
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
}
