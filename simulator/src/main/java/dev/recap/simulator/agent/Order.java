package dev.recap.simulator.agent;

import java.util.List;

/** Something a text in a request tells its reader to do. */
public sealed interface Order {
  /** The sentence that says so. */
  String text();

  /** The index of the message it stands in. */
  int message();

  /** End the work. */
  record Stop(String text, int message) implements Order {}

  /**
   * Take a step of tickets.
   *
   * @param tickets those it names; empty for the one at hand, or for all of them
   * @param all whether it means every ticket
   * @param value what the step is to set, empty where it does not say
   */
  record Take(String text, int message, Step step, List<Integer> tickets, boolean all, String value)
      implements Order {
    public Take {
      tickets = List.copyOf(tickets);
    }
  }

  /** Anything there is no tool for. */
  record Other(String text, int message) implements Order {}
}
