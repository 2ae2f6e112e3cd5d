package dev.recap.agent;

import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.journal.Waiting;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolDeclaration;
import dev.recap.work.Effect;
import dev.recap.work.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides from the ledger whether a call runs, waits for a person, or is answered. Pure. */
final class Guard {
  private Guard() {}

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
    if (call.complaint().isPresent()) {
      return reject(call, call.complaint().get(), null);
    }
    Optional<Intended> begun = ledger.intention(call.call().id());
    if (begun.isPresent()) {
      return new Decision.Run(begun.get());
    }
    Decision decision = fromRecord(call, call.tool().orElseThrow(), ledger, now);
    return decision instanceof Decision.Run run && needsWord
        ? fromPerson(call, run, ledger, now)
        : decision;
  }

  private static Decision fromPerson(
      CheckedCall call, Decision.Run run, Ledger ledger, Instant now) {
    Opening about = run.intention().opening();
    Optional<Waiting> waiting = ledger.waiting(call.call().id());
    Optional<Decided.Word> word = ledger.decision(call.call().id()).map(Decided::word);
    if (word.filter(said -> !said.approved()).isPresent()) {
      return denied(call, word.get(), about);
    }
    if (waiting.filter(w -> w.isOver(now)).isPresent()) {
      return reject(
          call,
          "%s was not executed: %s %s"
              .formatted(
                  call.call().tool(),
                  word.isEmpty()
                      ? "it needed a person's yes before"
                      : "the yes that it had ran out at",
                  waiting.get().expires()),
          about);
    }
    if (waiting.filter(w -> !w.arguments().equals(call.arguments())).isPresent()) {
      return reject(
          call,
          "%s was not executed: its arguments are no longer read as those that a person was shown"
              .formatted(call.call().tool()),
          about);
    }
    return word.isEmpty() ? new Decision.Wait() : run;
  }

  private static Decision fromRecord(
      CheckedCall call, ToolDeclaration tool, Ledger ledger, Instant now) {
    Opening opening = opening(tool, call, ledger);
    if (tool.effect().changes() && opening != null) {
      Optional<Closing> closing = ledger.record(opening).flatMap(OpeningRecord::closed);
      if (closing.isPresent()) {
        return receipt(
            call,
            "%s is closed already, so %s was not executed. Receipt of the closing: %s"
                .formatted(opening, tool.tool(), closing.get().receipt()),
            opening);
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
    Decision decision =
        tool.effect() == Effect.ONCE || tool.effect() == Effect.UNDECLARED
            ? unlessOnRecord(intention, call, ledger)
            : new Decision.Run(intention);
    return decision instanceof Decision.Run && tool.role() instanceof ToolDeclaration.Role.Closes c
        ? unlessSomethingIsLeft(decision, call, opening, c, ledger)
        : decision;
  }

  /** What closing requires and nobody has confirmed in this opening, as it was frozen then. */
  private static Decision unlessSomethingIsLeft(
      Decision run,
      CheckedCall call,
      @Nullable Opening opening,
      ToolDeclaration.Role.Closes closes,
      Ledger ledger) {
    if (opening == null) {
      return run;
    }
    String tool = call.call().tool();
    List<LedgerEffect> unknown = ledger.blocking(opening);
    if (!unknown.isEmpty()) {
      return reject(
          call,
          "%s was not called. Nobody knows yet whether %s of %s took effect; it cannot be closed before that is settled."
              .formatted(tool, unknown.getFirst().call().tool(), opening),
          opening);
    }
    List<String> missing =
        ledger
            .record(opening)
            .map(record ->
                record.closings().stream()
                    .filter(rule -> rule.tool().equals(tool))
                    .findFirst()
                    .map(record::missing)
                    .orElseGet(List::of))
            .orElseGet(closes::requires);
    return missing.isEmpty()
        ? run
        : reject(
            call,
            "%s was not called. %s still to do before %s: %s."
                .formatted(tool, opening, tool, String.join(", ", missing)),
            opening);
  }

  private static Decision unlessOnRecord(Intended intention, CheckedCall call, Ledger ledger) {
    Optional<LedgerEffect> before = ledger.effect(intention.key());
    if (before.isPresent() && before.get().unsettled()) {
      return reject(
          call,
          "%s was called before and nobody knows yet whether it took effect; it was not executed again."
              .formatted(intention.tool()),
          intention.opening());
    }
    return before.isPresent() && intention.effect() == Effect.ONCE
        ? receipt(
            call,
            "Done already in turn %d, so %s was not executed again. Its receipt: %s"
                .formatted(before.get().turn(), intention.tool(), before.get().receipt()),
            intention.opening())
        : new Decision.Run(intention);
  }

  /**
   * The stretch of work a call falls into: the open one, the closed one, or the first. A call that
   * opens the item again falls into the stretch that it joins or begins.
   */
  private static @Nullable Opening opening(ToolDeclaration tool, CheckedCall call, Ledger ledger) {
    return call.item()
        .map(item ->
            tool.opensAgain()
                ? ledger.openingFor(item)
                : ledger
                    .latest(item)
                    .map(OpeningRecord::opening)
                    .orElseGet(() -> new Opening(item, 1)))
        .orElse(null);
  }

  private static Decision reject(CheckedCall call, String why, @Nullable Opening about) {
    return new Decision.Answer(
        Answered.unexecuted(call.call().id(), why, Standing.REJECTED, about));
  }

  private static Decision denied(CheckedCall call, Decided.Word word, @Nullable Opening about) {
    String why = word.reason().isBlank() ? "." : ". The reason given: " + word.reason();
    return reject(
        call, "%s was not executed: it was denied%s".formatted(call.call().tool(), why), about);
  }

  private static Decision receipt(CheckedCall call, String text, @Nullable Opening about) {
    return new Decision.Answer(
        Answered.unexecuted(call.call().id(), text, Standing.RECEIPT, about));
  }
}
