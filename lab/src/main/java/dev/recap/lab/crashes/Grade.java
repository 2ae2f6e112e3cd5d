package dev.recap.lab.crashes;

import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares how a scenario ended with how it had to end.
 *
 * @param end what the oracle said
 * @param unknown the calls over which the run paused
 * @param asked how often the model was
 * @param replies how many of its replies are on record
 * @param trouble what kept the run from its end; empty for nothing
 */
record Grade(
    CrashScenario scenario,
    Oracle.End end,
    Bank bank,
    Set<Call> unknown,
    int asked,
    int replies,
    String trouble) {

  CrashRow row(int struck) {
    Work work = scenario.work();
    int repeated = 0;
    int lost = 0;
    for (Call call : work.rounds().stream().flatMap(List::stream).toList()) {
      if (!work.isRead(call)) {
        repeated += Math.max(0, bank.landed(call) - end.mostLandings(call));
        lost += bank.landed(call) == 0 ? 1 : 0;
      }
    }
    return new CrashRow(
        work.store().label(),
        name(work.effect()),
        work.proof().label(),
        work.calls().label(),
        work.compacting(),
        scenario.told(),
        struck,
        repeated,
        lost,
        unknown.stream().map(Call::toString).collect(Collectors.joining(" ")),
        asked - replies,
        String.join("; ", wrong(repeated, lost, struck)));
  }

  private static String name(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> wrong(int repeated, int lost, int struck) {
    List<String> wrong = new ArrayList<>();
    if (!trouble.isEmpty()) {
      wrong.add(trouble);
    }
    if (repeated > 0) {
      wrong.add("%d effects repeated".formatted(repeated));
    }
    if (lost > 0) {
      wrong.add("%d effects lost".formatted(lost));
    }
    if (!unknown.equals(end.unknown())) {
      wrong.add("unknown were %s, not %s".formatted(unknown, end.unknown()));
    }
    if (asked - replies != end.repliesLost()) {
      wrong.add(
          "%d replies were paid twice, not %d".formatted(asked - replies, end.repliesLost()));
    }
    if (bank.begunTooLate() > 0) {
      wrong.add("%d calls begun by a holder without a lease".formatted(bank.begunTooLate()));
    }
    if (struck == 0 && scenario.strikes().getFirst().moment().kind() != Moment.Kind.OPENING) {
      wrong.add("the moment of the strike never came");
    }
    return wrong;
  }
}
