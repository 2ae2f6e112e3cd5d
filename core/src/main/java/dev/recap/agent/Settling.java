package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Settled;
import dev.recap.journal.Settled.How;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.Unsettled;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.Way;
import dev.recap.words.MediaText;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of calls of which nobody knows, and puts it on record. On the run's own
 * thread: a tool that finishes late only leaves its answer with the toolbox.
 *
 * @param tried what could not be found out when it was asked for
 */
record Settling(
    Toolbox toolbox,
    ItemChanges changes,
    ProjectedJournal journal,
    RunScope scope,
    InstantSource clock,
    Set<Settled.Subject> tried) {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  /** What somebody found out, and how. */
  private record Found(ToolAnswer answer, How how) {}

  /**
   * Settles what has finished late, and what can be found out; the latter is tried once.
   *
   * @return whether anything was settled
   */
  boolean settle() {
    boolean any = false;
    for (Unsettled call : journal.ledger().unsettledCalls()) {
      LedgerEffect effect = call.effect();
      Optional<Settled> settled =
          prepared(effect.call(), effect.intended(), call.runId())
              .flatMap(prepared ->
                  tried.add(call.subject())
                      ? findOut(prepared, effect.intended(), Way.values())
                      : findOut(prepared, effect.intended(), Way.LATE_FINISH))
              .map(found -> settled(call, found));
      settled.ifPresent(journal::append);
      any |= settled.isPresent();
    }
    return any;
  }

  /** The same, also for what could not be found out before. */
  boolean settleAgain() {
    tried.clear();
    return settle();
  }

  private Settled settled(Unsettled call, Found found) {
    ToolAnswer answer = found.answer;
    return new Settled(
        call.subject(),
        answer.outcome(),
        Answers.keepable(MediaText.without(answer.media(), answer.text())),
        found.how,
        changes.of(answer, call.effect().intended(), journal.ledger()));
  }

  /** What can be found out of a call of this run that was running when the process died. */
  Optional<ToolAnswer> ofInterrupted(ToolCall call, Intended begun) {
    return prepared(call, begun, scope.id())
        .flatMap(prepared -> findOut(prepared, begun, Way.values()))
        .map(Found::answer);
  }

  /** By the first of these ways that leads anywhere. */
  private Optional<Found> findOut(PreparedCall call, Intended begun, Way... ways) {
    return Stream.of(ways)
        .filter(way -> way != Way.SENT_AGAIN || isRemembered(call, begun))
        .flatMap(way ->
            said(call, way)
                .filter(answer ->
                    way == Way.RECORDED
                        || answer.outcome() == Outcome.CONFIRMED
                        || !mayStillRun(begun))
                .map(answer -> new Found(answer, how(way)))
                .stream())
        .findFirst();
  }

  /** What another writer of the journal began may land as long as that one's lease lasts. */
  private boolean mayStillRun(Intended begun) {
    return !scope.hasBegun(begun.callId())
        && journal.lease().map(begun.at()::plus).filter(clock.instant()::isBefore).isPresent();
  }

  private static How how(Way way) {
    return switch (way) {
      case LATE_FINISH -> How.LATE_FINISH;
      case RECORDED, LOOK_UP -> How.LOOK_UP;
      case SENT_AGAIN -> How.SENT_AGAIN;
    };
  }

  /** The other side says what became of the first try, as long as it remembers the key. */
  private boolean isRemembered(PreparedCall call, Intended begun) {
    return call.checked()
        .tool()
        .map(tool -> begun.at().plus(tool.identity().keyHonoured()))
        .filter(until -> clock.instant().isBefore(until))
        .isPresent();
  }

  /** That another try was refused does not say what the first one did. */
  private Optional<ToolAnswer> said(PreparedCall call, Way way) {
    try {
      return toolbox
          .findOut(call, way)
          .filter(said ->
              said.outcome() == Outcome.CONFIRMED
                  || (said.outcome() == Outcome.FAILED && way != Way.SENT_AGAIN));
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.warn("a toolbox threw; what became of the call stays unknown", broken);
      return Optional.empty();
    }
  }

  /** Whether the tool is still there and reads the call as it did. */
  boolean isReadable(ToolCall call) {
    return CallRunner.check(toolbox, call).complaint().isEmpty();
  }

  /** Empty where the tool is not there any more, or reads the call as wrong. */
  private Optional<PreparedCall> prepared(ToolCall call, Intended intention, String runId) {
    return Optional.of(CallRunner.check(toolbox, call))
        .filter(checked -> checked.complaint().isEmpty())
        .map(checked -> scope.prepared(checked, intention, runId, journal));
  }

  /**
   * Takes a caller's word. A call that has no answer yet, because the process stopped while it was
   * running, is answered with it.
   *
   * @throws IllegalArgumentException when nothing is unsettled under this key
   */
  void byCaller(IdempotencyKey key, Outcome outcome, String word) {
    String receipt = Answers.keepable(word);
    LedgerEffect effect =
        journal
            .ledger()
            .effect(key)
            .filter(LedgerEffect::unsettled)
            .orElseThrow(() ->
                new IllegalArgumentException("no effect under key '" + key + "' is unsettled"));
    boolean confirmed = outcome == Outcome.CONFIRMED;
    ItemChange change = confirmed ? changes.unseen(effect.intended(), journal.ledger()) : null;
    var subject = new Settled.Subject(key, effect.call().id(), effect.turn());
    var settled = new Settled(subject, outcome, receipt, How.CALLER, change);
    var result = new ToolResult(subject.callId(), receipt, !confirmed);
    journal.append(
        effect.standing() == Standing.UNKNOWN
            ? settled
            : new Answered(
                result, receipt, Answers.standing(outcome), effect.intended().opening(), change));
  }
}
