package dev.recap.desk.tools;

import dev.recap.desk.knowledge.Hit;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.ticket.TicketWork;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.LookUp;
import dev.recap.tool.Opened;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import dev.recap.tool.Tools;
import dev.recap.work.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private static final String ID = "Such as TICKET-1.";

  private final TicketStore store;
  private final KnowledgeBase knowledge;
  private final Guidance rules;
  private final @Nullable String lot;
  private final @Nullable String model;
  private final PastCalls past;

  /** Those of the sample desk. */
  public DeskTools(TicketStore store, KnowledgeBase knowledge) {
    this(store, knowledge, Guidance.STANDARD, null);
  }

  /**
   * Those of a desk with rules of its own.
   *
   * @param lot the shift whose tickets are handed out; null for whichever wait
   */
  public DeskTools(
      TicketStore store, KnowledgeBase knowledge, Guidance rules, @Nullable String lot) {
    this(store, knowledge, rules, lot, null);
  }

  private DeskTools(
      TicketStore store,
      KnowledgeBase knowledge,
      Guidance rules,
      @Nullable String lot,
      @Nullable String model) {
    this.store = store;
    this.knowledge = knowledge;
    this.rules = rules;
    this.lot = lot;
    this.model = model;
    this.past = new PastCalls(store);
  }

  /** The same for a model whose name goes on record with each draft. */
  public DeskTools writtenBy(String modelName) {
    return new DeskTools(store, knowledge, rules, lot, modelName);
  }

  /**
   * The tools, described with what the rules say of their values.
   *
   * @param besides objects with more tools
   */
  public Tools toolbox(Object... besides) {
    Object[] all = Stream.concat(Stream.of(this), Stream.of(besides)).toArray();
    return Tools.of(all)
        .described("classify_ticket", rules.rules().categoriesTold())
        .described("set_priority", rules.rules().prioritiesTold())
        .described("route_to_team", rules.rules().teamsTold())
        .requires(
            "mark_complete",
            Arrays.stream(Step.values())
                .filter(rules.rules().steps()::contains)
                .map(Refusals::setter)
                .toList());
  }

  public List<String> categories() {
    return DeskRules.names(rules.rules().categories());
  }

  public List<String> priorities() {
    return DeskRules.names(rules.rules().priorities());
  }

  public List<String> teams() {
    return DeskRules.names(rules.rules().teams());
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
              tickets
                  .held()
                  .or(() -> tickets.claimNext(lot))
                  .orElseThrow(() -> Refusals.empty(tickets.counts(lot)));
          tickets.about(ticket.id());
          Ticket now = tickets.find(ticket.id()).orElse(ticket);
          tickets.shown(now);
          return Opened.of(
              now.id(), TicketView.of(now, tickets.closedOfSameCustomer(now), tickets.said(now)));
        });
  }

  @Tool(value = "Sets the category of a ticket.", effect = Effect.IDEMPOTENT)
  public Confirmation classifyTicket(
      @Item @Param(ID) String ticketId,
      @Param.OneOf("categories") String category,
      CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          Refusals.whatAPersonSet(ticket, Step.CATEGORY);
          tickets.set(ticket, Step.CATEGORY, category);
          return Confirmation.classified(ticket, category);
        });
  }

  @Tool(
      value = "Searches the help articles. Gives up to three with the passage that fits best.",
      effect = Effect.READ_ONLY)
  public Object searchKnowledgeBase(
      @Param("A few words about the problem.") String query,
      @Param("Leave it out to search all.") @Param.OneOf("categories") Optional<String> category,
      CallContext call) {
    return record(
        call,
        tickets -> {
          List<Hit> hits = ArticleSearch.of(knowledge, tickets, query, category);
          return hits.isEmpty()
              ? "No article fits '%s'. Try other words, or leave the category out."
                  .formatted(Refusals.shown(query))
              : Map.of("articles", hits);
        });
  }

  @Tool(value = "Sets how urgent a ticket is.", effect = Effect.IDEMPOTENT)
  public Confirmation setPriority(
      @Item @Param(ID) String ticketId,
      @Param.OneOf("priorities") String priority,
      CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          Refusals.whatAPersonSet(ticket, Step.PRIORITY);
          tickets.set(ticket, Step.PRIORITY, priority);
          return Confirmation.prioritised(ticket, ticket.handling().priority(), priority);
        });
  }

  @Tool(
      value = "Routes a ticket to the team that looks after its category.",
      effect = Effect.IDEMPOTENT)
  public Confirmation routeToTeam(
      @Item @Param(ID) String ticketId, @Param.OneOf("teams") String team, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          Refusals.whatAPersonSet(ticket, Step.TEAM);
          tickets.set(ticket, Step.TEAM, team);
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
          Refusals.unlessAReply(responseText);
          Refusals.whatAPersonSet(ticket, Step.DRAFT);
          tickets.draft(ticket, responseText, rules.version(), model);
          return Confirmation.drafted(ticket, responseText);
        });
  }

  @Tool(
      value =
          "Completes a ticket. Refused, naming what is missing, until category, priority, team and"
              + " draft are there.",
      effect = Effect.ONCE)
  public Closed<TicketRecord> markComplete(@Item @Param(ID) String ticketId, CallContext call) {
    return change(
        call,
        ticketId,
        (tickets, ticket) -> {
          Refusals.unlessDone(ticket, rules.rules().steps());
          tickets.complete(ticket, whyAPerson(tickets, ticket).orElse(null));
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
          Ticket ticket = tickets.find(ticketId).orElseThrow(() -> Refusals.unknown(ticketId));
          tickets.about(ticket.id());
          Refusals.unlessHandedTo(ticket, call.runId());
          return work.apply(tickets, ticket);
        });
  }

  private <T> T record(CallContext call, Function<TicketWork, T> work) {
    return store.record(
        new DeskCall(
            call.runId(), call.callId(), call.idempotencyKey(), call.tool(), call.arguments()),
        work);
  }

  /** Why a look at the draft will not do; empty where it will. */
  private Optional<String> whyAPerson(TicketWork tickets, Ticket ticket) {
    String category = ticket.handling().category();
    if (category != null && rules.rules().forPeople().contains(category)) {
      return Optional.of("tickets about %s go to a person".formatted(category));
    }
    return tickets.evidence(ticket).isEmpty()
        ? Optional.of("no article was found")
        : Optional.empty();
  }
}
