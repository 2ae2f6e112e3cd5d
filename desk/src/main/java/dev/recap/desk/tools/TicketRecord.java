package dev.recap.desk.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.Category;
import dev.recap.desk.ticket.Priority;
import dev.recap.desk.ticket.Team;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.Objects;

/**
 * What is on record about a completed ticket: no name, no address. The choices and the numbers go
 * into its ledger line, so each of these is a fact. The line names the id by itself, and it leaves
 * text out: subject, status and message are for the model that has just closed the ticket.
 *
 * @param draftLength in characters
 * @param customer the customer's number
 * @param subject the customer's words
 */
public record TicketRecord(
    @JsonProperty("ticket_id") String ticketId,
    Category category,
    Priority priority,
    Team team,
    @JsonProperty("draft_length") int draftLength,
    int customer,
    String subject,
    String status,
    String message) {

  static TicketRecord of(Ticket ticket) {
    var handling = ticket.handling();
    return new TicketRecord(
        ticket.id(),
        Objects.requireNonNull(handling.category(), "category"),
        Objects.requireNonNull(handling.priority(), "priority"),
        Objects.requireNonNull(handling.team(), "team"),
        handling.draftLength(),
        ticket.asked().customer().number(),
        ticket.asked().subject(),
        TicketStatus.COMPLETED.label(),
        "%s is out of the queue. %s has it with your draft and answers the customer. Call get_next_ticket for the next one."
            .formatted(ticket.id(), handling.team().label()));
  }
}
