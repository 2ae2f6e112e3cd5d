package dev.recap.desk.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.Category;
import dev.recap.desk.ticket.Priority;
import dev.recap.desk.ticket.Team;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as the agent gets it; what nobody has decided yet is null. */
public record TicketView(
    String id,
    int customer,
    @JsonProperty("customer_name") @Nullable String customerName,
    @JsonProperty("customer_email") @Nullable String customerEmail,
    String subject,
    String description,
    @Nullable Category category,
    @Nullable Priority priority,
    TicketStatus status,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("assigned_team") @Nullable Team assignedTeam,
    List<String> notes) {

  static TicketView of(Ticket ticket) {
    return new TicketView(
        ticket.id(),
        ticket.asked().customer().number(),
        ticket.asked().customer().name(),
        ticket.asked().customer().email(),
        ticket.asked().subject(),
        ticket.asked().description(),
        ticket.handling().category(),
        ticket.handling().priority(),
        ticket.status(),
        ticket.asked().createdAt().toString(),
        ticket.handling().team(),
        List.of());
  }
}
