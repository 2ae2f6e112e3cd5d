package dev.recap.web;

import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.events.Events;
import dev.recap.web.people.Accounts;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the pages of a desk are made from.
 *
 * @param folder where the desk keeps its files
 * @param events what pages that are open are told
 */
public record Desk(
    Path folder, TicketStore tickets, Accounts accounts, Events events, DeskWork work) {

  /** What time it is. */
  public InstantSource clock() {
    return work.clock();
  }

  /** The agent's badge and switch. */
  public AgentSwitch agent() {
    return new AgentSwitch(work);
  }
}
