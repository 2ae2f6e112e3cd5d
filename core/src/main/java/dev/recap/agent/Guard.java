package dev.recap.agent;

import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Decided;
import dev.recap.journal.Intended;
import dev.recap.journal.Waiting;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.Toolbox.ToolDeclaration.Role;
import dev.recap.work.Effect;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the ledger whether a call runs, waits for a person, or is answered. Pure.
 *
 * @param opening the stretch of work that the call falls into; null for none
 */
record Guard(CheckedCall call, @Nullable Opening opening, Ledger ledger, Instant now) {

  /** What becomes of a call. */
  sealed interface Decision {
    /** It runs, and this goes on record first. */
    record Run(Intended intention) implements Decision {}

    /** It does not run before a person has said yes. */
    record Wait() implements Decision {}

    /** It does not run, and this is its answer. */
    record Answer(Answered answer) implements Decision {}
  }

  /**
   * Decides.
   *
   * @param needsWord whether a person has to say yes before it runs
   */
  static Decision decide(CheckedCall call, boolean needsWord, Ledger ledger, Instant now) {
    Opening opening = call.item().map(item -> opening(item, call, ledger)).orElse(null);
    return new Guard(call, opening, ledger, now).decide(needsWord);
  }

  private Decision decide(boolean needsWord) {
    if (call.complaint().isPresent()) {
      return reject(call.complaint().get());
    }
    Optional<Intended> begun = ledger.intention(call.call().id());
    if (begun.isPresent()) {
      return new Decision.Run(begun.get());
    }
    Decision decision = fromRecord(call.tool().orElseThrow());
    return needsWord && decision instanceof Decision.Run run ? fromPerson(run) : decision;
  }

  private Decision fromPerson(Decision.Run run) {
    Waiting waiting = ledger.waiting(call.call().id()).orElse(null);
    Decided.Word word = ledger.decision(call.call().id()).map(Decided::word).orElse(null);
    if (word != null && !word.approved()) {
      String why = word.reason().isBlank() ? "." : ". The reason given: " + word.reason();
      return notExecuted("it was denied" + why);
    }
    if (waiting != null && waiting.isOver(now)) {
      String what =
          word == null ? "it needed a person's yes before" : "the yes that it had ran out at";
      return notExecuted(what + " " + waiting.expires());
    }
    if (waiting != null && !waiting.arguments().equals(call.arguments())) {
      return notExecuted("its arguments are no longer read as those that a person was shown");
    }
    return word == null ? new Decision.Wait() : run;
  }

  private Decision fromRecord(ToolDeclaration tool) {
    if (tool.effect().changes() && opening != null) {
      Optional<Closing> closing = ledger.record(opening).flatMap(OpeningRecord::closed);
      if (closing.isPresent()) {
        return receipt(
            "%s is closed already, so %s was not executed. Receipt of the closing: %s"
                .formatted(opening, tool.tool(), closing.get().receipt()));
      }
    }
    var intention =
        new Intended(
            call.call().id(),
            tool.tool(),
            tool.effect(),
            call.idempotencyKey(opening),
            opening,
            call.part(),
            now);
    Decision decision = unlessOnRecord(intention);
    return decision instanceof Decision.Run
            && opening != null
            && tool.role() instanceof Role.Closes closes
        ? unlessSomethingIsLeft(decision, opening, closes)
        : decision;
  }

  /** What closing requires and nobody has confirmed in this opening, as it was frozen then. */
  private Decision unlessSomethingIsLeft(Decision run, Opening opening, Role.Closes closes) {
    String tool = call.call().tool();
    List<LedgerEffect> unknown = ledger.blocking(opening);
    if (!unknown.isEmpty()) {
      return reject(
          "%s was not called. Nobody knows yet whether %s of %s took effect; it cannot be closed before that is settled."
              .formatted(tool, unknown.getFirst().call().tool(), opening));
    }
    List<String> missing =
        ledger
            .record(opening)
            .map(record ->
                record.closings().stream()
                    .filter(rule -> rule.tool().equals(tool))
                    .flatMap(rule -> record.missing(rule).stream())
                    .toList())
            .orElseGet(closes::requires);
    return missing.isEmpty()
        ? run
        : reject(
            "%s was not called. %s still to do before %s: %s."
                .formatted(tool, opening, tool, String.join(", ", missing)));
  }

  private Decision unlessOnRecord(Intended intention) {
    Effect effect = intention.effect();
    LedgerEffect before = ledger.effect(intention.key()).orElse(null);
    if (before == null || effect == Effect.IDEMPOTENT || !effect.changes()) {
      return new Decision.Run(intention);
    }
    if (before.unsettled()) {
      return reject(
          "%s was called before and nobody knows yet whether it took effect; it was not executed again."
              .formatted(intention.tool()));
    }
    return effect == Effect.ONCE
        ? receipt(
            "Done already in turn %d, so %s was not executed again. Its receipt: %s"
                .formatted(before.turn(), intention.tool(), before.receipt()))
        : new Decision.Run(intention);
  }

  /**
   * The stretch of work on an item a call falls into: the open one, the closed one, or the first. A
   * call that opens the item again falls into the stretch that it joins or begins.
   */
  private static Opening opening(WorkItem item, CheckedCall call, Ledger ledger) {
    return call.tool().filter(ToolDeclaration::opensAgain).isPresent()
        ? ledger.openingFor(item)
        : ledger.latest(item).map(OpeningRecord::opening).orElseGet(() -> new Opening(item, 1));
  }

  private Decision notExecuted(String why) {
    return reject("%s was not executed: %s".formatted(call.call().tool(), why));
  }

  private Decision reject(String text) {
    return answer(text, Standing.REJECTED);
  }

  private Decision receipt(String text) {
    return answer(text, Standing.RECEIPT);
  }

  private Decision answer(String text, Standing standing) {
    return new Decision.Answer(Answered.unexecuted(call.call().id(), text, standing, opening));
  }
}
