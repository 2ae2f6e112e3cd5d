package dev.recap.lab.crashes;

import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares how a scenario ended with how it had to end.
 *
 * @param end what the oracle said
 * @param trouble what kept the run from its end; empty for nothing
 */
record Grade(World world, Oracle.End end, String trouble) {

  static CrashRow of(World world, String trouble) {
    return new Grade(world, Oracle.of(world.scenario()), trouble).row();
  }

  private CrashRow row() {
    Work work = world.work();
    Bank bank = world.bank();
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
        world.scenario().told(),
        world.fate().struck(),
        world.fate().struck() == world.scenario().strikes().size(),
        repeated,
        lost,
        world.unknown().stream().map(Call::toString).collect(Collectors.joining(" ")),
        world.requests().again(),
        String.join("; ", wrong(repeated, lost)));
  }

  private static String name(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> wrong(int repeated, int lost) {
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
    if (!world.unknown().equals(end.unknown())) {
      wrong.add("unknown were %s, not %s".formatted(world.unknown(), end.unknown()));
    }
    if (world.requests().again() != end.repliesLost()) {
      wrong.add(
          "%d replies were paid twice, not %d"
              .formatted(world.requests().again(), end.repliesLost()));
    }
    if (world.bank().begunTooLate() > 0) {
      wrong.add(
          "%d calls begun by a holder without a lease".formatted(world.bank().begunTooLate()));
    }
    if (world.fate().struck() == 0
        && world.scenario().strikes().getFirst().moment().kind() != Moment.Kind.OPENING) {
      wrong.add("the moment of the strike never came");
    }
    return wrong;
  }
}
