package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Blow.Left;
import dev.recap.lab.crashes.Moment.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says from a scenario's description alone how it has to end. It knows what is promised (intentions
 * are on record before their calls run, and answers as they come), and nothing of the loop.
 */
final class Oracle {
  private final Work work;

  /** Calls whose intention is on record and whose answer is not. */
  private final List<Call> open = new ArrayList<>();

  private final Set<Call> landed = new TreeSet<>();
  private final Map<Call, Integer> strikesWhileOpen = new HashMap<>();
  private int repliesLost;
  private boolean atOnce;

  private Oracle(Work work) {
    this.work = work;
  }

  /**
   * How it has to end.
   *
   * @param unknown the calls of which nobody can know; all work but these is complete
   * @param strikesWhileOpen how often each repeatable effect may be repeated
   * @param repliesLost replies that are asked for again, as they were in flight
   */
  record End(Set<Call> unknown, Map<Call, Integer> strikesWhileOpen, int repliesLost) {
    /** How often the effect of a call may land. */
    int mostLandings(Call call) {
      return 1 + strikesWhileOpen.getOrDefault(call, 0);
    }
  }

  static End of(CrashScenario scenario) {
    var oracle = new Oracle(scenario.work());
    List<Strike> strikes = scenario.strikes();
    oracle.walk(strikes.getFirst());
    Set<Call> unknown = new TreeSet<>(oracle.open.stream().filter(oracle::staysUnknown).toList());
    strikes.forEach(strike -> oracle.count());
    return new End(unknown, Map.copyOf(oracle.strikesWhileOpen), oracle.repliesLost);
  }

  /** The calls that are in flight when the first life ends and are made again in the second. */
  static List<Call> madeAgain(CrashScenario scenario) {
    var oracle = new Oracle(scenario.work());
    oracle.walk(scenario.strikes().getFirst());
    return oracle.open.stream().filter(oracle::runsAgain).toList();
  }

  /**
   * Of the calls that are in flight when the first life ends those with whose answers the second
   * begins a write.
   */
  static List<Call> answeredLater(CrashScenario scenario) {
    var oracle = new Oracle(scenario.work());
    oracle.walk(scenario.strikes().getFirst());
    boolean together = oracle.open.stream().anyMatch(scenario.work()::isRead);
    return oracle.open.stream().limit(together ? 1 : oracle.open.size()).toList();
  }

  /** Goes through the first life, up to the strike. */
  private void walk(Strike strike) {
    List<List<Call>> rounds = new ArrayList<>(work.rounds());
    for (Moment moment : Script.of(work)) {
      boolean here = moment.equals(strike.moment());
      Left left = here ? strike.blow().left() : Left.ALL;
      Call call = moment.call();
      if (call != null && moment.kind() == Kind.INTENTION) {
        intend(rounds.removeFirst(), left);
      } else if (call != null && moment.kind() == Kind.BEFORE_EFFECT && !here) {
        landed.add(call);
      } else if (call != null && moment.kind() == Kind.ANSWER) {
        answer(call, left);
      }
      if (here) {
        stop(strike);
        return;
      }
    }
  }

  /** What was only read goes on record together. */
  private void answer(Call call, Left left) {
    List<Call> answered = work.isRead(call) ? List.copyOf(open) : List.of(call);
    switch (left) {
      case NOTHING -> {}
      case ALL_BUT_LAST -> open.removeAll(answered.subList(0, answered.size() - 1));
      case ALL -> open.removeAll(answered);
    }
  }

  private void intend(List<Call> round, Left left) {
    switch (left) {
      case NOTHING -> {}
      case ALL_BUT_LAST -> open.addAll(round.subList(0, round.size() - 1));
      case ALL -> open.addAll(round);
    }
  }

  private void stop(Strike strike) {
    Kind kind = strike.moment().kind();
    if (strike.blow() == Blow.TOOL_BREAKS) {
      // The process lives: the other calls of the round get their answers.
      Call broken = strike.moment().call();
      open.removeIf(call -> !call.equals(broken));
      if (broken != null && broken.step() == Call.Step.CLOSE) {
        // The agent is told that it was not closed, and begins with paying again.
        open.add(new Call(Call.Step.PAY, broken.invoice()));
        open.removeIf(work::isOnce);
      }
    }
    Left left = strike.blow().left();
    if ((kind == Kind.INTENTION || kind == Kind.FINAL) && left == Left.NOTHING) {
      repliesLost++;
    }
    if (strike.blow() == Blow.COMMIT_ANSWER_IS_LOST) {
      open.clear(); // It is read again that it stands, and the work goes on.
    }
    atOnce = work.store() != StoreName.FILE && isFailure(strike.blow());
  }

  /** Whether the process lives and goes on at once, while the lease of what it began lasts. */
  private static boolean isFailure(Blow blow) {
    return switch (blow) {
      case UPDATE_FAILS, INSERT_FAILS, COMMIT_FAILS -> true;
      default -> false;
    };
  }

  private void count() {
    open.stream()
        .filter(call -> !work.isOnce(call))
        .forEach(call -> strikesWhileOpen.merge(call, 1, Integer::sum));
  }

  /** Whether a call that was in flight is made once more, rather than looked up. */
  private boolean runsAgain(Call call) {
    if (work.isRead(call) || call.step() == Call.Step.CLOSE) {
      return true;
    }
    return switch (work.proof()) {
      case LOOK_UP, EARLY_LOOK_UP, RECEIPT -> !work.isOnce(call) && !landed.contains(call);
      case KEY -> true;
      case NONE -> !work.isOnce(call);
    };
  }

  /** Whether nobody can know of it. */
  private boolean staysUnknown(Call call) {
    return work.isOnce(call)
        && switch (work.proof()) {
          case LOOK_UP, RECEIPT -> atOnce && !landed.contains(call);
          case KEY -> false;
          case EARLY_LOOK_UP -> !landed.contains(call);
          case NONE -> true;
        };
  }
}
