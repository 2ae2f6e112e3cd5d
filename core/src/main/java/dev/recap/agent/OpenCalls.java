package dev.recap.agent;

import dev.recap.context.ProjectedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Standing;
import dev.recap.tool.Toolbox;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.util.List;

/** The calls of the last reply that have no answer yet, and those of unknown outcome. */
final class OpenCalls {
  private final ProjectedJournal journal;
  private final Settling settling;
  private final Resumption resumption;
  private final Approvals approvals;
  private final CallRunner runner;

  OpenCalls(Setup setup, RunScope scope, ProjectedJournal journal) {
    Toolbox tools = setup.tools().over(journal);
    var answers = new Answers(new ItemChanges(tools), setup.rules().limits().resultCharacters());
    this.journal = journal;
    this.settling = new Settling(tools, scope, setup.clock());
    this.resumption = new Resumption(settling, answers);
    this.approvals = new Approvals(setup, journal);
    this.runner = new CallRunner(tools, approvals, answers, scope, setup.clock());
  }

  /**
   * Answers all of them.
   *
   * @return those that wait for a person instead
   */
  List<ToolCall> run() {
    return runner.run(resumption.stillToRun(open(), journal), journal);
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
    resumption.answerBegun(open(), journal);
    reject("the run was cancelled");
  }

  /**
   * Puts on record what became of calls of unknown outcome, as far as it can be found out.
   *
   * @return whether anything was
   */
  boolean settle() {
    return settling.settle(journal);
  }

  /** The same, also for what could not be found out before. */
  boolean settleAgain() {
    settling.tryAgain();
    return settle();
  }

  /** Takes a caller's word about a call of unknown outcome. */
  void settle(IdempotencyKey key, Outcome outcome, String receipt) {
    settling.byCaller(key, outcome, receipt, journal);
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
