package dev.recap.simulator;

/**
 * How the simulator agent behaves where a request does not say otherwise by header.
 *
 * @param summaryMode what kind of summary it gives
 * @param schedule how many calls it asks for in one reply
 * @param agent how it disobeys, if it does
 */
public record Behaviour(SummaryMode summaryMode, Schedule schedule, AgentMode agent) {
  /** Faithful summaries, one call a reply, obedient. */
  public static Behaviour defaults() {
    return new Behaviour(SummaryMode.FAITHFUL, Schedule.SEQUENTIAL, AgentMode.obedient());
  }
}
