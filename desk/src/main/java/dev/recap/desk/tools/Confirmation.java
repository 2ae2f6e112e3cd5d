package dev.recap.desk.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/** What the agent is told after a change of a ticket. */
public sealed interface Confirmation {

  /** The category was set. */
  record Classified(
      boolean success, @JsonProperty("ticket_id") String ticketId, String category, String message)
      implements Confirmation {}

  /** The priority was set; the old one is null when there was none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Prioritised(
      boolean success,
      @JsonProperty("ticket_id") String ticketId,
      @JsonProperty("old_priority") @Nullable String oldPriority,
      @JsonProperty("new_priority") String newPriority,
      String message)
      implements Confirmation {}

  /** The team was set; the old one is null when there was none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Routed(
      boolean success,
      @JsonProperty("ticket_id") String ticketId,
      @JsonProperty("old_team") @Nullable String oldTeam,
      @JsonProperty("new_team") String newTeam,
      String message)
      implements Confirmation {}

  /** The draft was stored. */
  record Drafted(
      boolean success,
      @JsonProperty("ticket_id") String ticketId,
      @JsonProperty("draft_length") int draftLength,
      String message)
      implements Confirmation {}

  static Confirmation classified(Ticket ticket, String category) {
    return new Classified(true, ticket.id(), category, "Category set");
  }

  static Confirmation prioritised(Ticket ticket, @Nullable String before, String now) {
    return new Prioritised(true, ticket.id(), before, now, "Priority updated");
  }

  static Confirmation routed(Ticket ticket, @Nullable String before, String now) {
    return new Routed(true, ticket.id(), before, now, "Ticket routed");
  }

  static Confirmation drafted(Ticket ticket, String responseText) {
    return new Drafted(true, ticket.id(), responseText.length(), "Draft saved");
  }
}
