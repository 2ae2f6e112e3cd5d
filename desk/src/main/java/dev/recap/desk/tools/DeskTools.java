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
import dev.recap.tool.Item;
import dev.recap.tool.LookUp;
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
 * The seven tools of the desk. Each call and what it changes are written in one transaction, reads
 * and refusals too. Safe for many threads and runs.
 *
 * <p>What a process that died in the midst of a call has done is looked up in the same record.
 *
 * <p>A run may do again what it did, even to a ticket it has completed: that nothing happens twice
 * is the promise of the runtime above, and the record shows whether it was kept. A desk that
 * refused repeats would hide them. Tickets of other runs are refused, whatever their state: an id
 * may come from a customer's letter.
 */
public final class DeskTools {
  /** The most characters of a reply, as long as eight printed pages. */
  static final int MAX_REPLY = 20_000;

  private static final int MAX_SHOWN = 60;
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
  private final PastCalls past;

  public DeskTools(TicketStore store, KnowledgeBase knowledge) {
    this.store = store;
    this.knowledge = knowledge;
    this.past = new PastCalls(store);
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
          Ticket now = tickets.find(ticket.id()).orElse(ticket);
          return Opened.of(now.id(), TicketView.of(now, tickets.closedOfSameCustomer(now)));
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
          return Confirmation.classified(ticket, category);
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
          tickets.held().ifPresent(ticket -> tickets.about(ticket.id()));
          List<Hit> hits = knowledge.search(query, category);
          return hits.isEmpty()
              ? "No article fits '%s'. Try other words, or leave the category out."
                  .formatted(shown(query))
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
          return Confirmation.prioritised(ticket, ticket.handling().priority(), priority);
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
          return Confirmation.routed(ticket, ticket.handling().team(), team);
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
          refuseUnlessAReply(responseText);
          tickets.draft(ticket, responseText);
          return Confirmation.drafted(ticket, responseText);
        });
  }

  @Tool(
      value =
          "Completes a ticket. Refused, naming what is missing, until category, priority, team and"
              + " draft are there.",
      effect = Effect.ONCE,
      requires = {"classify_ticket", "set_priority", "route_to_team", "draft_response"})
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

  @LookUp(value = "get_next_ticket", notFoundIsFinal = true)
  public Optional<Opened<TicketView>> findNextTicket(CallContext call) {
    return past.nextTicket(call);
  }

  @LookUp(value = "classify_ticket", notFoundIsFinal = true)
  public Optional<Confirmation> findClassification(CallContext call) {
    return past.classified(call);
  }

  @LookUp(value = "set_priority", notFoundIsFinal = true)
  public Optional<Confirmation> findPriority(CallContext call) {
    return past.prioritised(call);
  }

  @LookUp(value = "route_to_team", notFoundIsFinal = true)
  public Optional<Confirmation> findRouting(CallContext call) {
    return past.routed(call);
  }

  @LookUp(value = "draft_response", notFoundIsFinal = true)
  public Optional<Confirmation> findDraft(CallContext call) {
    return past.drafted(call);
  }

  @LookUp(value = "mark_complete", notFoundIsFinal = true)
  public Optional<Closed<TicketRecord>> findCompletion(CallContext call) {
    return past.completed(call);
  }

  /** A change of a ticket that the calling run was handed. */
  private <T> T change(CallContext call, String ticketId, BiFunction<TicketWork, Ticket, T> work) {
    return record(
        call,
        tickets -> {
          Ticket ticket = tickets.find(ticketId).orElseThrow(() -> unknown(ticketId));
          tickets.about(ticket.id());
          refuseUnlessHandedTo(ticket, call.runId());
          return work.apply(tickets, ticket);
        });
  }

  private static void refuseUnlessHandedTo(Ticket ticket, String run) {
    if (ticket.status() == TicketStatus.NEW) {
      throw new ToolFailure(
          ticket.id() + " has not been handed out yet; get_next_ticket gives the next one");
    }
    if (!run.equals(ticket.run())) {
      throw new ToolFailure(
          ticket.id() + " was handed to another run; get_next_ticket gives one of your own");
    }
  }

  private static void refuseUnlessAReply(String responseText) {
    if (responseText.isBlank() || responseText.length() > MAX_REPLY) {
      throw new ToolFailure(
          "response_text %s, but the whole text of a reply with 1 to %,d characters was expected"
              .formatted(
                  responseText.isBlank()
                      ? "was blank"
                      : "had %,d characters".formatted(responseText.length()),
                  MAX_REPLY));
    }
  }

  private static ToolFailure unknown(String ticketId) {
    return new ToolFailure(
        "ticket_id was '%s', but no ticket has that id; ids look like TICKET-1"
            .formatted(shown(ticketId)));
  }

  /** Foreign text inside a message of ours: on one line and not long. */
  private static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }

  private <T> T record(CallContext call, Function<TicketWork, T> work) {
    return store.record(
        new DeskCall(
            call.runId(), call.callId(), call.idempotencyKey(), call.tool(), call.arguments()),
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
