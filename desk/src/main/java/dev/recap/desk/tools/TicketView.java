package dev.recap.desk.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the agent gets it; what nobody has decided yet is null. It is flat, with more
 * components than a record should have, because it is the JSON that the model reads.
 *
 * @param customer the customer's number
 * @param createdAt ISO 8601
 * @param notes remarks of the desk
 * @param closedBefore closed tickets of the same customer, newest first; not there when empty
 * @param messages what was said after the description, oldest first; not there when empty
 */
public record TicketView(
    String id,
    int customer,
    @JsonProperty("customer_name") @Nullable String customerName,
    @JsonProperty("customer_email") @Nullable String customerEmail,
    String subject,
    String description,
    @Nullable String category,
    @Nullable String priority,
    TicketStatus status,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("assigned_team") @Nullable String assignedTeam,
    List<String> notes,
    @JsonProperty("same_customer_closed") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> closedBefore,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Message> messages) {

  public TicketView {
    messages = List.copyOf(messages);
    notes = List.copyOf(notes);
    closedBefore = List.copyOf(closedBefore);
  }

  static TicketView of(Ticket ticket, List<String> closedBefore, List<Message> messages) {
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
        notes(ticket),
        closedBefore,
        messages);
  }

  /** A draft is too long to be shown, but whoever has forgotten it must learn that it is there. */
  private static List<String> notes(Ticket ticket) {
    List<String> notes = new ArrayList<>();
    if (ticket.care().remark() != null) {
      notes.add("your draft was sent back: " + ticket.care().remark());
    }
    if (ticket.handling().draft() != null) {
      notes.add("a draft of %d characters is saved".formatted(ticket.handling().draftLength()));
    }
    return notes;
  }
}
