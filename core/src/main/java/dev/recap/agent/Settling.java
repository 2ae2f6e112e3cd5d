package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Settled;
import dev.recap.journal.Settled.How;
import dev.recap.journal.Standing;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.Unsettled;
import dev.recap.tool.CallContext;
import dev.recap.tool.CanonicalJson;
import dev.recap.tool.PreparedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.work.EffectKey;
import dev.recap.work.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of calls of which nobody knows, and puts it on record. On the run's own
 * thread: a tool that finishes late only leaves its answer with the toolbox.
 */
final class Settling {
  private final Toolbox toolbox;
  private final ItemChanges changes;
  private final Set<Settled.Subject> lookedUp = new HashSet<>();

  Settling(Toolbox toolbox, ItemChanges changes) {
    this.toolbox = toolbox;
    this.changes = changes;
  }

  /** Settles what has finished late, and what a look-up can tell; each is looked up once a run. */
  void settle(FoldedJournal journal) {
    for (Unsettled call : journal.ledger().unsettledCalls()) {
      PreparedCall prepared =
          prepared(call.effect().call(), call.effect().intended(), call.runId());
      Optional<ToolAnswer> late = toolbox.finishedLate(prepared);
      if (late.isPresent()) {
        journal.append(settled(call, late.get(), How.LATE_FINISH, journal));
      } else if (lookedUp.add(call.subject())) {
        toolbox
            .lookUp(prepared)
            .ifPresent(found -> journal.append(settled(call, found, How.LOOK_UP, journal)));
      }
    }
  }

  private Settled settled(Unsettled call, ToolAnswer answer, How how, FoldedJournal journal) {
    boolean confirmed = answer.outcome() == Outcome.CONFIRMED;
    return new Settled(
        call.subject(),
        answer.outcome(),
        answer.text(),
        how,
        confirmed
            ? changes.of(answer.workChange(), call.effect().intended(), journal.ledger())
            : null);
  }

  /** What the tool's look-up says of a call of this run that was running when the process died. */
  Optional<ToolAnswer> ofInterrupted(ToolCall call, Intended begun, String runId) {
    return toolbox.lookUp(prepared(call, begun, runId));
  }

  /**
   * Takes a caller's word. A call that has no answer yet, because the process stopped while it was
   * running, is answered with it.
   *
   * @throws IllegalArgumentException when nothing is unsettled under this key
   */
  void byCaller(EffectKey key, Outcome outcome, String receipt, FoldedJournal journal) {
    LedgerEffect effect =
        journal
            .ledger()
            .effect(key)
            .filter(LedgerEffect::unsettled)
            .orElseThrow(() ->
                new IllegalArgumentException("no effect under key '" + key + "' is unsettled"));
    boolean confirmed = outcome == Outcome.CONFIRMED;
    ItemChange change = confirmed ? changes.unseen(effect.intended(), journal.ledger()) : null;
    if (effect.standing() == Standing.UNKNOWN) {
      var subject = new Settled.Subject(key, effect.call().id(), effect.turn());
      journal.append(new Settled(subject, outcome, receipt, How.CALLER, change));
    } else {
      if (outcome == Outcome.UNKNOWN) {
        throw new IllegalArgumentException(
            "an effect is settled as CONFIRMED or FAILED, but %s was to be settled as UNKNOWN"
                .formatted(key));
      }
      var result = new ToolResult(effect.call().id(), receipt, !confirmed);
      var standing = confirmed ? Standing.CONFIRMED : Standing.FAILED;
      journal.append(new Answered(result, receipt, standing, effect.intended().opening(), change));
    }
  }

  static PreparedCall prepared(ToolCall call, Intended intention, String runId) {
    return new PreparedCall(
        call,
        new CallContext(
            runId,
            call.id(),
            intention.key().value(),
            call.tool(),
            CanonicalJson.of(call.arguments())));
  }
}
