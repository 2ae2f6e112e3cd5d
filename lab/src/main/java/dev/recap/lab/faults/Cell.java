package dev.recap.lab.faults;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.util.Locale;
import java.util.Objects;

/**
 * One run of the grid.
 *
 * @param turn the compaction strikes just before this turn, from 1; 0 for before every turn
 */
public record Cell(Contender strategy, Conditions conditions, int turn) {
  public Cell {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(conditions, "conditions");
    if (turn < 0) {
      throw new IllegalArgumentException("turn must be 0 or more, but was " + turn);
    }
  }

  /**
   * Who works and who summarizes.
   *
   * @param agent how the simulated agent disobeys, as {@link AgentMode#parse} reads it
   */
  public record Conditions(SummaryFault summarizer, String agent, Schedule schedule) {
    public Conditions {
      Objects.requireNonNull(summarizer, "summarizer");
      Objects.requireNonNull(agent, "agent");
      Objects.requireNonNull(schedule, "schedule");
    }

    String scheduleName() {
      return schedule.name().toLowerCase(Locale.ROOT);
    }

    /** How the simulated model behaves. */
    public Behaviour behaviour() {
      return new Behaviour(SummaryMode.parse(summarizer.label()), schedule, AgentMode.parse(agent));
    }
  }
}
