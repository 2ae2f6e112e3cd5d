import static dev.recap.work.Effect.IDEMPOTENT;
import static dev.recap.work.Effect.ONCE;
import static dev.recap.work.Effect.READ_ONLY;

import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tutorial's seven tools, on five tickets in memory. */
public class ServiceDesk {
  public enum Category {
    billing,
    technical,
    account,
    product,
    shipping
  }

  public enum Priority {
    low,
    medium,
    high,
    urgent
  }

  public record Completed(
      @Item String ticketId, Category category, Priority priority, String team) {}

  private final Map<String, Map<String, Object>> tickets = new LinkedHashMap<>();

  public ServiceDesk() {
    List.of(
            "I was charged twice for March. Please refund one of the two invoices.",
            "The lamp flickers and then shows an error, also after a restart.",
            "I cannot log in to my account: the password reset never reaches me.",
            "Which model is bright enough for a kitchen? I would like to compare two.",
            "My parcel should have been delivered a week ago and has not arrived.")
        .forEach(text -> {
          String id = "TICKET-" + (tickets.size() + 1);
          tickets.put(
              id, new LinkedHashMap<>(Map.of("id", id, "status", "open", "description", text)));
        });
  }

  @Tool(value = "Fetches the next ticket; an error when the queue is empty.", effect = IDEMPOTENT)
  public Opened<Map<String, Object>> getNextTicket() {
    for (var ticket : tickets.entrySet()) {
      if (ticket.getValue().get("status").equals("open")) {
        return Opened.of(ticket.getKey(), ticket.getValue());
      }
    }
    throw new ToolFailure("the queue is empty: no more tickets");
  }

  @Tool(value = "Sets the category of a ticket.", effect = IDEMPOTENT)
  public String classifyTicket(@Item String ticketId, Category category) {
    return set(ticketId, "category", category);
  }

  @Tool(value = "Searches the help articles.", effect = READ_ONLY)
  public String searchKnowledgeBase(String query, Optional<Category> category) {
    return "Article for '%s': apologise, say what will be done and when, and name one person to ask. "
            .formatted(query)
        + "Refunds take 5 days; parcels are traced after 7; a lamp that fails is replaced for 2 years.";
  }

  @Tool(value = "Sets the priority of a ticket.", effect = IDEMPOTENT)
  public String setPriority(@Item String ticketId, Priority priority) {
    return set(ticketId, "priority", priority);
  }

  @Tool(value = "Routes a ticket to a team, such as billing-team.", effect = IDEMPOTENT)
  public String routeToTeam(@Item String ticketId, String team) {
    return set(ticketId, "team", team);
  }

  @Tool(value = "Drafts the response to the customer.", effect = IDEMPOTENT)
  public String draftResponse(@Item String ticketId, String responseText) {
    set(ticketId, "draft", responseText);
    return "Draft of %d characters saved.".formatted(responseText.length());
  }

  @Tool(value = "Completes a ticket that has category, priority, team and draft.", effect = ONCE)
  public Closed<Completed> markComplete(@Item String ticketId) {
    Map<String, Object> ticket = ticket(ticketId);
    for (String field : List.of("category", "priority", "team", "draft")) {
      if (!ticket.containsKey(field)) {
        throw new ToolFailure(ticketId + " has no " + field + " yet");
      }
    }
    ticket.put("status", "completed");
    return Closed.of(
        new Completed(
            ticketId,
            (Category) ticket.get("category"),
            (Priority) ticket.get("priority"),
            (String) ticket.get("team")));
  }

  private String set(String ticketId, String field, Object value) {
    ticket(ticketId).put(field, value);
    return "%s: %s is %s".formatted(ticketId, field, value);
  }

  private Map<String, Object> ticket(String ticketId) {
    if (!tickets.containsKey(ticketId)) {
      throw new ToolFailure("ticket_id: there is no " + ticketId);
    }
    return tickets.get(ticketId);
  }
}
