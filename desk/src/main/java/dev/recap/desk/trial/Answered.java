package dev.recap.desk.trial;

import dev.recap.desk.ticket.NewTicket;
import java.util.Objects;

/**
 * A ticket that people have answered.
 *
 * @param ticket what the agent is shown
 * @param human what it is not
 */
public record Answered(NewTicket ticket, Decisions human) {
  public Answered {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(human, "human");
  }
}
