package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Standing;
import dev.recap.tool.Toolbox;
import dev.recap.work.EffectKey;
import dev.recap.work.Outcome;
import java.util.List;

/** The calls of the last reply that have no answer yet, and those of unknown outcome. */
final class OpenCalls {
  private final FoldedJournal journal;
  private final Settling settling;
  private final Resumption resumption;
  private final Approvals approvals;
  private final CallRunner runner;

  OpenCalls(Setup setup, String runId, FoldedJournal journal) {
    Toolbox tools = setup.tools().over(journal);
    var changes = new ItemChanges(tools);
    var answers = new Answers(changes, setup.rules().limits().resultCharacters());
    this.journal = journal;
    this.settling = new Settling(tools, changes);
    this.resumption = new Resumption(settling, answers, runId);
    this.approvals = new Approvals(tools, setup.rules().approval());
    this.runner = new CallRunner(tools, approvals, answers, runId);
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
      journal.append(Answered.unexecuted(call.id(), text, Standing.REJECTED, null));
    }
  }

  /** Answers those that a cancelled run leaves; of one that was running nobody knows. */
  void abandon() {
    resumption.answerBegun(open(), journal);
    reject("the run was cancelled");
  }

  /** Puts on record what became of calls of unknown outcome, as far as it can be found out. */
  void settle() {
    settling.settle(journal);
  }

  /** Takes a caller's word about a call of unknown outcome. */
  void settle(EffectKey key, Outcome outcome, String receipt) {
    settling.byCaller(key, outcome, receipt, journal);
  }

  /**
   * Takes a person's word about a call that waits for it.
   *
   * @throws IllegalArgumentException when no such call waits
   */
  void decide(ToolCall call, boolean approved, String reason) {
    List<ToolCall> waiting = approvals.waiting(open(), journal.ledger());
    if (!waiting.contains(call)) {
      boolean decided = open().contains(call) && journal.ledger().decision(call.id()).isPresent();
      throw new IllegalArgumentException(
          "call %s of tool '%s' %s; these wait for a person: %s"
              .formatted(
                  call.id(),
                  call.tool(),
                  decided ? "was decided already" : "does not wait for a person",
                  waiting.stream().map(ToolCall::id).toList()));
    }
    journal.append(new Decided(journal.turns(), call.id(), approved, reason));
  }

  private List<ToolCall> open() {
    return journal.view().unanswered();
  }
}
