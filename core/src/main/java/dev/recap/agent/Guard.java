package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Intended;
import dev.recap.journal.Standing;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.model.ToolSpec;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.Toolbox;
import dev.recap.work.Effect;
import dev.recap.work.EffectKey;
import dev.recap.work.Opening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides from the ledger whether a call may run or is answered without running. Pure. */
final class Guard {
  private final Toolbox toolbox;

  Guard(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** What becomes of a call. */
  sealed interface Decision {
    /** It runs, and this goes on record first. */
    record Run(Intended intention) implements Decision {}

    /** It does not run, and this is its answer. */
    record Answer(Answered answer) implements Decision {}
  }

  Decision decide(ToolCall call, Ledger ledger) {
    Decision decision = fromRecord(call, ledger);
    return decision instanceof Decision.Run run
        ? ledger
            .decision(call.id())
            .filter(word -> !word.approved())
            .map(word -> denied(call, word, run.intention().opening()))
            .orElse(decision)
        : decision;
  }

  private Decision fromRecord(ToolCall call, Ledger ledger) {
    Optional<ToolDeclaration> known = toolbox.declaration(call.tool());
    if (known.isEmpty()) {
      return reject(
          call,
          "There is no tool named '%s'. There are: %s.".formatted(call.tool(), names()),
          null);
    }
    Optional<String> complaint = toolbox.complaint(call);
    if (complaint.isPresent()) {
      return reject(call, complaint.get(), null);
    }
    ToolDeclaration tool = known.get();
    if (tool.lacksItem(call.arguments())) {
      return reject(
          call,
          "%s was not called: %s must name a work item: 1 to 200 characters on one line"
              .formatted(call.tool(), tool.itemArgument()),
          null);
    }
    Opening opening = opening(tool, call, ledger);
    if (tool.effect().changes() && opening != null) {
      Optional<Closing> closing = ledger.record(opening).flatMap(OpeningRecord::closed);
      if (closing.isPresent()) {
        return receipt(
            call,
            "%s is closed already, so %s was not executed. Receipt of the closing: %s"
                .formatted(opening, call.tool(), closing.get().receipt()),
            opening);
      }
    }
    EffectKey key = tool.effectKey(opening, call.arguments());
    var intention =
        new Intended(
            call.id(), call.tool(), tool.effect(), key, opening, tool.part(call.arguments()));
    Decision decision =
        tool.effect() == Effect.ONCE || tool.effect() == Effect.UNDECLARED
            ? unlessOnRecord(intention, call, ledger)
            : new Decision.Run(intention);
    List<String> missing =
        decision instanceof Decision.Run ? missing(tool, opening, ledger) : List.of();
    return missing.isEmpty()
        ? decision
        : reject(
            call,
            "%s was not called. %s still to do before %s: %s."
                .formatted(call.tool(), opening, call.tool(), String.join(", ", missing)),
            opening);
  }

  /** What closing requires and nobody has confirmed in this opening, as it was frozen then. */
  private static List<String> missing(
      ToolDeclaration tool, @Nullable Opening opening, Ledger ledger) {
    if (opening == null || !(tool.role() instanceof ToolDeclaration.Role.Closes closes)) {
      return List.of();
    }
    return ledger
        .record(opening)
        .map(record ->
            record.closings().stream()
                .filter(rule -> rule.tool().equals(tool.tool()))
                .findFirst()
                .map(record::missing)
                .orElseGet(List::of))
        .orElseGet(closes::requires);
  }

  private static Decision unlessOnRecord(Intended intention, ToolCall call, Ledger ledger) {
    Optional<LedgerEffect> before = ledger.effect(intention.key());
    if (before.isPresent() && before.get().unsettled()) {
      return reject(
          call,
          "%s was called before and nobody knows yet whether it took effect; it was not executed again."
              .formatted(call.tool()),
          intention.opening());
    }
    return before.isPresent() && intention.effect() == Effect.ONCE
        ? receipt(
            call,
            "Done already in turn %d, so %s was not executed again. Its receipt: %s"
                .formatted(before.get().turn(), call.tool(), before.get().receipt()),
            intention.opening())
        : new Decision.Run(intention);
  }

  /**
   * The stretch of work a call falls into: the open one, the closed one, or the first. A call that
   * opens the item falls into the stretch that it joins or begins.
   */
  private static @Nullable Opening opening(ToolDeclaration tool, ToolCall call, Ledger ledger) {
    boolean opens = tool.role() instanceof ToolDeclaration.Role.Opens;
    return tool.item(call.arguments())
        .map(item ->
            opens
                ? ledger.openingFor(item)
                : ledger
                    .latest(item)
                    .map(OpeningRecord::opening)
                    .orElseGet(() -> new Opening(item, 1)))
        .orElse(null);
  }

  private static Decision reject(ToolCall call, String why, @Nullable Opening about) {
    return new Decision.Answer(Answered.unexecuted(call.id(), why, Standing.REJECTED, about));
  }

  private static Decision denied(ToolCall call, Decided word, @Nullable Opening about) {
    String why = word.reason().isBlank() ? "." : ". The reason given: " + word.reason();
    return reject(call, "%s was not executed: it was denied%s".formatted(call.tool(), why), about);
  }

  private static Decision receipt(ToolCall call, String text, @Nullable Opening about) {
    return new Decision.Answer(Answered.unexecuted(call.id(), text, Standing.RECEIPT, about));
  }

  private String names() {
    return toolbox.specs().stream().map(ToolSpec::name).collect(Collectors.joining(", "));
  }
}
