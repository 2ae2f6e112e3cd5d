package dev.recap.desk.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.tool.Param;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about a completed ticket: no name, no address. The choices and the numbers go
 * into its ledger line, so each of these is a fact. The line names the id by itself, and it leaves
 * text out: subject, status and message are for the model that has just closed the ticket.
 *
 * @param category null, as priority and team, where the rules do without and nobody set it
 * @param draftLength in characters
 * @param customer the customer's number
 * @param subject the customer's words
 */
public record TicketRecord(
    @JsonProperty("ticket_id") String ticketId,
    @Param.OneOf @Nullable String category,
    @Param.OneOf @Nullable String priority,
    @Param.OneOf @Nullable String team,
    @JsonProperty("draft_length") int draftLength,
    int customer,
    String subject,
    String status,
    String message) {

  static TicketRecord of(Ticket ticket) {
    var handling = ticket.handling();
    return new TicketRecord(
        ticket.id(),
        handling.category(),
        handling.priority(),
        handling.team(),
        handling.draftLength(),
        ticket.asked().customer().number(),
        ticket.asked().subject(),
        TicketStatus.COMPLETED.label(),
        "%s is out of the queue. %s has it with your draft and answers the customer. Call get_next_ticket for the next one."
            .formatted(ticket.id(), Objects.requireNonNullElse(handling.team(), "A person")));
  }
}
