package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.tool.PreparedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers the calls of one reply: guard, intention on record, run, answer on record. */
final class CallRunner {
  private final Toolbox toolbox;
  private final Guard guard;
  private final Batches batches;
  private final Approvals approvals;
  private final Answers answering;
  private final String runId;

  CallRunner(Toolbox toolbox, Approvals approvals, Answers answering, String runId) {
    this.toolbox = toolbox;
    this.guard = new Guard(toolbox);
    this.batches = new Batches(toolbox);
    this.approvals = approvals;
    this.answering = answering;
    this.runId = runId;
  }

  /**
   * Answers the calls, in call order within each batch. As soon as calls wait for a person nothing
   * more runs, so that whatever the person is shown is decided as a whole.
   *
   * @return the calls that wait for a person; empty when every call has its answer on record
   */
  List<ToolCall> run(List<ToolCall> calls, FoldedJournal journal) {
    List<ToolCall> toRun = calls;
    for (List<ToolCall> batch : batches.of(calls)) {
      if (Thread.currentThread().isInterrupted()) {
        batch.forEach(call -> journal.append(notBegun(call)));
        continue;
      }
      // Again before each batch: what runs may open work that makes a later call run.
      List<ToolCall> waiting = approvals.waiting(toRun, journal.ledger());
      if (!waiting.isEmpty()) {
        return waiting;
      }
      runBatch(batch, journal);
      toRun = toRun.stream().filter(call -> !batch.contains(call)).toList();
    }
    return List.of();
  }

  private static Answered notBegun(ToolCall call) {
    String text = call.tool() + " was not executed: the run was cancelled.";
    return Answered.unexecuted(call.id(), text, Standing.REJECTED, null);
  }

  private void runBatch(List<ToolCall> calls, FoldedJournal journal) {
    Map<String, Guard.Decision> decisions = new LinkedHashMap<>();
    List<PreparedCall> prepared = new ArrayList<>();
    for (ToolCall call : calls) {
      Guard.Decision decision = guard.decide(call, journal.ledger());
      decisions.put(call.id(), decision);
      if (decision instanceof Guard.Decision.Run(Intended intention)) {
        journal.append(intention);
        prepared.add(Settling.prepared(call, intention, runId));
      }
    }
    Map<String, ToolAnswer> answers = new LinkedHashMap<>();
    if (!prepared.isEmpty()) {
      toolbox.runAll(prepared).forEach(answer -> answers.put(answer.callId(), answer));
    }
    decisions.forEach((callId, decision) ->
        journal.append(
            switch (decision) {
              case Guard.Decision.Answer(Answered answer) -> answering.shown(answer);
              case Guard.Decision.Run(Intended intention) ->
                  answering.of(
                      Objects.requireNonNull(answers.get(callId), "no answer to " + callId),
                      intention,
                      journal.ledger());
            }));
  }
}
