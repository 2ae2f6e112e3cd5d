package dev.recap.web;

import dev.recap.desk.ticket.TicketStore;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the pages of a desk are made from.
 *
 * @param folder where the desk keeps its files
 */
public record Desk(Path folder, TicketStore tickets, AgentSwitch agent, InstantSource clock) {
  /** The file with the tickets in a desk's folder. */
  public static Path database(Path folder) {
    return folder.resolve("desk.db");
  }
}
