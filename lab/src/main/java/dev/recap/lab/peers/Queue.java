package dev.recap.lab.peers;

import dev.recap.desk.tools.DeskTask;

/**
 * The tickets of one run.
 *
 * @param seed which tickets
 */
record Queue(int tickets, long seed) {
  /** How many times the turns that the work takes a loop may use before it is stopped. */
  private static final int PATIENCE = 3;

  private static final int TURNS_A_TICKET = 7;

  Queue {
    if (tickets < 1) {
      throw new IllegalArgumentException("tickets is " + tickets + ", but must be 1 or more");
    }
  }

  String task() {
    return DeskTask.forTickets(tickets);
  }

  /** Where a run is stopped and shown as looping. */
  int mostTurns() {
    return PATIENCE * (TURNS_A_TICKET * tickets + 2);
  }
}
