package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.Standing;
import dev.recap.tool.CallContext;
import dev.recap.tool.CanonicalJson;
import dev.recap.tool.PreparedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.Toolbox;
import dev.recap.work.WorkChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the calls of one reply: guard, intention on record, run, answer on record. */
final class CallRunner {
  private final Toolbox toolbox;
  private final Guard guard;
  private final Batches batches;
  private final String runId;
  private final int resultCharacters;

  CallRunner(Toolbox toolbox, String runId, int resultCharacters) {
    this.toolbox = toolbox;
    this.guard = new Guard(toolbox);
    this.batches = new Batches(toolbox);
    this.runId = runId;
    this.resultCharacters = resultCharacters;
  }

  /** Every call has its answer on record afterwards, in call order within each batch. */
  void run(List<ToolCall> calls, FoldedJournal journal) {
    for (List<ToolCall> batch : batches.of(calls)) {
      if (Thread.currentThread().isInterrupted()) {
        batch.forEach(call -> journal.append(notBegun(call)));
      } else {
        runBatch(batch, journal);
      }
    }
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
        prepared.add(new PreparedCall(call, context(call, intention)));
      }
    }
    Map<String, ToolAnswer> answers = new LinkedHashMap<>();
    if (!prepared.isEmpty()) {
      toolbox.runAll(prepared).forEach(answer -> answers.put(answer.callId(), answer));
    }
    decisions.forEach((callId, decision) ->
        journal.append(
            switch (decision) {
              case Guard.Decision.Answer(Answered answer) -> answer.shown(resultCharacters);
              case Guard.Decision.Run(Intended intention) ->
                  answered(
                      Objects.requireNonNull(answers.get(callId), "no answer to " + callId),
                      intention,
                      journal);
            }));
  }

  private CallContext context(ToolCall call, Intended intention) {
    return new CallContext(
        runId, call.id(), intention.key().value(), call.tool(), CanonicalJson.of(call.arguments()));
  }

  private Answered answered(ToolAnswer answer, Intended intention, FoldedJournal journal) {
    Standing standing =
        switch (answer.outcome()) {
          case CONFIRMED -> Standing.CONFIRMED;
          case FAILED -> Standing.FAILED;
          case UNKNOWN -> Standing.UNKNOWN;
        };
    boolean error = standing != Standing.CONFIRMED;
    return new Answered(
            new ToolResult(answer.callId(), answer.text(), error),
            answer.text(),
            standing,
            intention.opening(),
            change(answer.workChange(), intention, journal))
        .shown(resultCharacters);
  }

  private @Nullable ItemChange change(
      Optional<WorkChange> change, Intended intention, FoldedJournal journal) {
    if (change.isEmpty()) {
      return null;
    }
    return switch (change.get()) {
      case WorkChange.Opens(var item) ->
          new ItemOpened(journal.ledger().openingFor(item), closingRules());
      case WorkChange.Closes(var facts) ->
          new ItemClosed(
              Objects.requireNonNull(
                  intention.opening(), () -> intention.tool() + " closed no work item"),
              facts);
    };
  }

  private List<ClosingRule> closingRules() {
    return toolbox.specs().stream()
        .flatMap(spec -> toolbox.declaration(spec.name()).stream())
        .filter(tool -> tool.role() instanceof ToolDeclaration.Role.Closes)
        .map(tool ->
            new ClosingRule(tool.tool(), ((ToolDeclaration.Role.Closes) tool.role()).requires()))
        .toList();
  }
}
