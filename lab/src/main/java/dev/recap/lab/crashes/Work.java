package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Call.Step;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The conversation that is killed: an agent that pays invoices and closes them.
 *
 * @param proof of the payments
 * @param effect of the payments; where they are read-only the agent looks at the invoices instead
 * @param compacting whether what is closed leaves the view, which is one more write
 */
public record Work(Proof proof, Effect effect, Calls calls, StoreName store, boolean compacting) {
  /** So many that something is left to do when the first are closed. */
  int invoices() {
    return calls.atOnce() + 1;
  }

  /** The calls of each reply, in order, when nothing happens. */
  List<List<Call>> rounds() {
    List<List<Call>> rounds = new ArrayList<>();
    for (int first = 1; first <= invoices(); first += calls.atOnce()) {
      for (Step step : Step.values()) {
        rounds.add(
            IntStream.rangeClosed(first, Math.min(first + calls.atOnce() - 1, invoices()))
                .mapToObj(invoice -> new Call(step, invoice))
                .toList());
      }
    }
    return rounds;
  }

  /** Whether a call's effect may happen once only. */
  boolean isOnce(Call call) {
    return call.step() == Step.PAY && effect == Effect.ONCE;
  }

  /** Whether the call changes nothing. */
  boolean isRead(Call call) {
    return call.step() == Step.PAY && effect == Effect.READ_ONLY;
  }

  /** The name of the tool. */
  String tool(Step step) {
    return switch (step) {
      case PAY -> effect == Effect.READ_ONLY ? "look_at" : "pay";
      case CLOSE -> "close";
    };
  }

  @Override
  public String toString() {
    return "%s %s %s %s%s"
        .formatted(
            store,
            effect.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            proof,
            calls,
            compacting ? " compacting" : "");
  }
}
