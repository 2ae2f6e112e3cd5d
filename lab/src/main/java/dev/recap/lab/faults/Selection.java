package dev.recap.lab.faults;

import dev.recap.rehearsal.Schedule;
import java.util.List;
import java.util.Set;

/**
 * Which cells are played.
 *
 * @param agents how the rehearsal agent disobeys, as {@link dev.recap.rehearsal.AgentMode#parse}
 *     reads it
 * @param turns which turns are struck
 */
public record Selection(
    List<Contender> strategies,
    List<Summariser> summarisers,
    List<String> agents,
    List<Schedule> schedules,
    Turns turns) {

  /**
   * Which turns are struck.
   *
   * @param only these; empty for all that the undisturbed run has, and 0 for before every turn
   * @param full whether every strategy is struck at all of them with every summariser; otherwise
   *     only the ladder is, see {@link Grid}
   */
  public record Turns(Set<Integer> only, boolean full) {
    public Turns {
      only = Set.copyOf(only);
    }
  }

  /** The agents of the standard grid. */
  public static final List<String> AGENTS =
      List.of(
          "obedient",
          "stubborn",
          "forgetful=0.2",
          "stops-early",
          "gullible",
          "trust=ledger",
          "trust=notes");

  public Selection {
    strategies = List.copyOf(strategies);
    summarisers = List.copyOf(summarisers);
    agents = List.copyOf(agents);
    schedules = List.copyOf(schedules);
  }

  /** Every strategy, summariser, agent and schedule. */
  public static Selection standard() {
    return new Selection(
        List.of(Contender.values()),
        List.of(Summariser.values()),
        AGENTS,
        List.of(Schedule.values()),
        new Turns(Set.of(), false));
  }
}
