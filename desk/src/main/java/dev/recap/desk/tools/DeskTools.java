package dev.recap.desk.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.knowledge.Hit;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.Category;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Handling;
import dev.recap.desk.ticket.Priority;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.Team;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.ticket.TicketWork;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Closes;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The seven tools of the desk. Each call and what it changes are written in one transaction. Safe
 * for many threads.
 */
public final class DeskTools {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "Such as TICKET-1.";

  private static final Map<Handling.Part, String> SETTERS =
      Map.of(
          Handling.Part.CATEGORY, "category (classify_ticket)",
          Handling.Part.PRIORITY, "priority (set_priority)",
          Handling.Part.TEAM, "team (route_to_team)",
          Handling.Part.DRAFT, "draft (draft_response)");

  private final TicketStore store;
  private final KnowledgeBase knowledge;

  public DeskTools(TicketStore store, KnowledgeBase knowledge) {
    this.store = store;
    this.knowledge = knowledge;
  }

  @Tool(
      value =
          "Fetches the next unprocessed ticket, or the one you are still working on. When the queue"
              + " is empty it gives an error with the counts.",
      effect = Effect.IDEMPOTENT)
  public Opened<TicketView> getNextTicket(CallContext call) {
    return record(
        call,
        tickets -> {
          Ticket ticket =
              tickets.held().or(tickets::claimNext).orElseThrow(() -> empty(tickets.counts()));
          tickets.about(ticket.id());
          return Opened.of(ticket.id(), TicketView.of(tickets.find(ticket.id()).orElse(ticket)));
        });
  }

  @Tool(
      value =
          "Sets the category of a ticket: billing, technical faults, account access, product"
              + " questions, or shipping.",
      effect = Effect.IDEMPOTENT)
  public Confirmation classifyTicket(
      @Item @Param(ID) String ticketId, Category category, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          tickets.classify(ticket, category);
          return new Confirmation.Classified(true, ticketId, category, "Category set");
        });
  }

  @Tool(
      value = "Searches the help articles. Gives up to three with the passage that fits best.",
      effect = Effect.READ_ONLY)
  public Object searchKnowledgeBase(
      @Param("A few words about the problem.") String query,
      @Param("Leave it out to search all.") Optional<Category> category,
      CallContext call) {
    return record(
        call,
        tickets -> {
          List<Hit> hits = knowledge.search(query, category);
          return hits.isEmpty()
              ? "No article fits '%s'. Try other words, or leave the category out.".formatted(query)
              : Map.of("articles", hits);
        });
  }

  @Tool(
      value =
          "Sets how urgent a ticket is: high when a customer is blocked or money is at stake, urgent"
              + " for outages and security.",
      effect = Effect.IDEMPOTENT)
  public Confirmation setPriority(
      @Item @Param(ID) String ticketId, Priority priority, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          tickets.prioritise(ticket, priority);
          return new Confirmation.Prioritised(
              true, ticketId, ticket.handling().priority(), priority, "Priority updated");
        });
  }

  @Tool(
      value = "Routes a ticket to the team that looks after its category.",
      effect = Effect.IDEMPOTENT)
  public Confirmation routeToTeam(@Item @Param(ID) String ticketId, Team team, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          tickets.route(ticket, team);
          return new Confirmation.Routed(
              true, ticketId, ticket.handling().team(), team, "Ticket routed");
        });
  }

  @Tool(
      value =
          "Stores the draft of an answer to the customer. It is not sent; a person looks at it"
              + " first.",
      effect = Effect.IDEMPOTENT)
  public Confirmation draftResponse(
      @Item @Param(ID) String ticketId,
      @Param("The whole answer.") String responseText,
      CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          if (responseText.isBlank()) {
            throw new ToolFailure("response_text was blank, but must be the answer itself");
          }
          tickets.draft(ticket, responseText);
          return new Confirmation.Drafted(true, ticketId, responseText.length(), "Draft saved");
        });
  }

  @Tool(
      value =
          "Completes a ticket. Refused, naming what is missing, until category, priority, team and"
              + " draft are there.",
      effect = Effect.ONCE)
  @Closes(requires = {"classify_ticket", "set_priority", "route_to_team", "draft_response"})
  public Closed<TicketRecord> markComplete(@Item @Param(ID) String ticketId, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          List<Handling.Part> missing = ticket.handling().missing();
          if (!missing.isEmpty()) {
            throw new ToolFailure(
                "%s cannot be completed yet. Still to do: %s."
                    .formatted(
                        ticketId,
                        missing.stream().map(SETTERS::get).collect(Collectors.joining(", "))));
          }
          tickets.complete(ticket);
          return Closed.of(TicketRecord.of(ticket));
        });
  }

  /** A change of a ticket that the calling run holds. */
  private <T> T change(CallContext call, String ticketId, BiFunction<TicketWork, Ticket, T> work) {
    return record(
        call,
        tickets -> {
          tickets.about(ticketId);
          Ticket ticket =
              tickets
                  .find(ticketId)
                  .orElseThrow(() ->
                      new ToolFailure(
                          "there is no ticket '%s'; ids look like TICKET-1".formatted(ticketId)));
          refuseUnlessHeld(ticket, call.runId());
          return work.apply(tickets, ticket);
        });
  }

  private static void refuseUnlessHeld(Ticket ticket, String run) {
    if (ticket.status() == TicketStatus.COMPLETED) {
      throw new ToolFailure(ticket.id() + " is completed already and cannot be changed");
    }
    if (ticket.status() == TicketStatus.NEW) {
      throw new ToolFailure(
          ticket.id() + " has not been handed out yet; get_next_ticket gives the next one");
    }
    if (!run.equals(ticket.run())) {
      throw new ToolFailure(ticket.id() + " is being worked on by somebody else");
    }
  }

  private <T> T record(CallContext call, Function<TicketWork, T> work) {
    return store.record(
        new DeskCall(call.runId(), call.callId(), call.effectKey(), call.tool(), call.arguments()),
        work);
  }

  private static ToolFailure empty(QueueCounts counts) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", "the queue is empty");
    answer.put("processed", counts.completed());
    answer.put("total", counts.total());
    try {
      return new ToolFailure(JSON.writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers can always be written", e);
    }
  }
}
