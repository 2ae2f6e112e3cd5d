package dev.recap.lab.faults;

import dev.recap.simulator.Schedule;
import java.util.List;
import java.util.Set;

/**
 * Which cells are played.
 *
 * @param agents how the simulated agent disobeys, as {@link dev.recap.simulator.AgentMode#parse}
 *     reads it
 * @param turns which turns are struck
 */
public record Selection(
    List<Contender> strategies,
    List<SummaryFault> summarizers,
    List<String> agents,
    List<Schedule> schedules,
    Turns turns) {

  /**
   * Which turns are struck.
   *
   * @param only these; empty for all that the undisturbed run has, and 0 for before every turn
   * @param full whether every strategy is struck at all of them with every summarizer; otherwise
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
          "trust=summary");

  public Selection {
    strategies = List.copyOf(strategies);
    summarizers = List.copyOf(summarizers);
    agents = List.copyOf(agents);
    schedules = List.copyOf(schedules);
  }

  /** Every strategy, summarizer, agent and schedule. */
  public static Selection standard() {
    return new Selection(
        List.of(Contender.values()),
        List.of(SummaryFault.values()),
        AGENTS,
        List.of(Schedule.values()),
        new Turns(Set.of(), false));
  }
}
