package dev.recap.desk.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.conversation.ToolCall;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Tools;
import dev.recap.work.IdempotencyKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk with generated tickets, called as a runtime without a guard would call it. */
final class Desk implements AutoCloseable {
  /** For all tests, which only read it. */
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  private final TicketStore store = Desks.empty();
  private final Tools tools;
  private final AtomicInteger calls = new AtomicInteger();

  Desk(int tickets) {
    this(new TicketGenerator(1).generate(tickets));
  }

  Desk(List<NewTicket> tickets) {
    this(tickets, Guidance.STANDARD);
  }

  Desk(List<NewTicket> tickets, Guidance rules) {
    store.add(tickets);
    tools = new DeskTools(store, KNOWLEDGE, rules, null).toolbox();
  }

  Tools tools() {
    return tools;
  }

  TicketStore store() {
    return store;
  }

  Ticket ticket(String id) {
    return store.ticket(id).orElseThrow();
  }

  List<String> recorded() {
    return store.calls().stream()
        .map(RecordedCall::call)
        .map(call -> call.run() + " " + call.tool())
        .toList();
  }

  /** What a tool said, which is JSON. */
  static JsonNode json(ToolAnswer answer) {
    try {
      return new ObjectMapper().readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + answer.text(), e);
    }
  }

  /** Runs a call with arguments that fit the schema. */
  ToolAnswer ask(String run, String tool, String arguments) {
    var call = new ToolCall("call_" + calls.incrementAndGet(), tool, arguments);
    CheckedCall checked = tools.check(call);
    checked
        .complaint()
        .ifPresent(complaint -> {
          throw new IllegalArgumentException(complaint);
        });
    var context =
        CallContext.of(run, new IdempotencyKey(tool + ":" + arguments), checked.spelled());
    return tools.runAll(List.of(new PreparedCall(checked, context))).getFirst();
  }

  ToolAnswer next(String run) {
    return ask(run, "get_next_ticket", "{}");
  }

  ToolAnswer classify(String run, String id) {
    return ask(
        run, "classify_ticket", "{\"ticket_id\":\"%s\",\"category\":\"billing\"}".formatted(id));
  }

  ToolAnswer prioritise(String run, String id) {
    return ask(run, "set_priority", "{\"ticket_id\":\"%s\",\"priority\":\"high\"}".formatted(id));
  }

  ToolAnswer route(String run, String id) {
    return ask(
        run, "route_to_team", "{\"ticket_id\":\"%s\",\"team\":\"billing-team\"}".formatted(id));
  }

  ToolAnswer draft(String run, String id) {
    return ask(
        run,
        "draft_response",
        "{\"ticket_id\":\"%s\",\"response_text\":\"Dear customer, it is on its way.\"}"
            .formatted(id));
  }

  ToolAnswer complete(String run, String id) {
    return ask(run, "mark_complete", "{\"ticket_id\":\"%s\"}".formatted(id));
  }

  /** All steps for the next ticket. */
  void handle(String run, String id) {
    next(run);
    classify(run, id);
    prioritise(run, id);
    route(run, id);
    draft(run, id);
    complete(run, id);
  }

  @Override
  public void close() {
    store.close();
  }
}
