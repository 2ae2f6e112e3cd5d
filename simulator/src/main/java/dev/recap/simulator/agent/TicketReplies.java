package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;

/** Makes the reply that asks for a step: a few words and the call, in the recorded sizes. */
final class TicketReplies {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int SEVERAL = 295;
  private static final int[] CLASSIFY_SIZES = {102, 91, 91, 91, 96};

  private final TokenCounter counter;
  private final Fitting fitting;
  private final Drafts drafts;

  TicketReplies(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
    this.drafts = new Drafts(counter);
  }

  /** A reply that takes one step of a ticket. */
  Reply step(MessagesRequest request, TicketView ticket, TicketStep step) {
    ObjectNode input = input(request, ticket, step);
    int tokens =
        switch (step) {
          case FETCH -> 56;
          case CLASSIFY -> CLASSIFY_SIZES[Math.floorMod(ticket.number() - 1, 5)];
          case RESEARCH -> 85;
          case PRIORITISE -> 84;
          case ROUTE -> 89;
          case REFUND -> 96;
          case DRAFT -> Drafts.replyTokens(ticket.number());
          case COMPLETE -> 67;
        };
    return fitted(request, step, input, value(ticket, step), tokens);
  }

  /** A reply that takes several steps of a ticket at once. */
  Reply steps(MessagesRequest request, TicketView ticket, List<TicketStep> steps) {
    List<Calls.Asked> asked =
        steps.stream()
            .map(step -> new Calls.Asked(step.tool(), input(request, ticket, step)))
            .toList();
    int wanted =
        SEVERAL * steps.size() / 4
            - counter.countContent(Calls.reply(request, "", asked).content());
    List<String> words =
        fitting.choose(
            Phrases.beforeSeveral(TicketJudgement.category(ticket)), Math.max(4, wanted));
    return Calls.reply(request, String.join(" ", words), asked);
  }

  /** A reply that takes a step because somebody ordered it, with the value they named. */
  Reply ordered(MessagesRequest request, TicketView ticket, TicketStep step, String value) {
    ObjectNode input = input(request, ticket, step);
    if (!value.isEmpty()) {
      JsonNode properties =
          request.tool(step.tool()).orElseThrow().path("input_schema").path("properties");
      switch (step) {
        case CLASSIFY -> put(input, properties, "category", value);
        case PRIORITISE -> put(input, properties, "priority", value);
        case ROUTE -> put(input, properties, "team", value);
        case FETCH, RESEARCH, REFUND, DRAFT, COMPLETE -> {}
      }
    }
    return Calls.reply(request, "", step.tool(), input);
  }

  private Reply fitted(
      MessagesRequest request, TicketStep step, ObjectNode input, String value, int tokens) {
    int wanted = tokens - counter.countBlock(Calls.call(request, step.tool(), input, 0));
    List<String> words = fitting.choose(Phrases.before(step, value), Math.max(0, wanted));
    return Calls.reply(request, String.join(" ", words), step.tool(), input);
  }

  ObjectNode input(MessagesRequest request, TicketView ticket, TicketStep step) {
    ObjectNode input = NODES.objectNode();
    JsonNode properties =
        request.tool(step.tool()).map(t -> t.path("input_schema").path("properties")).orElse(input);
    if (step.namesItem()) {
      input.put("ticket_id", ticket.id());
    }
    switch (step) {
      case FETCH, COMPLETE -> {}
      case CLASSIFY -> put(input, properties, "category", TicketJudgement.category(ticket));
      case RESEARCH -> {
        input.put("query", TicketJudgement.query(ticket));
        if (properties.has("category")) {
          put(input, properties, "category", TicketJudgement.category(ticket));
        }
      }
      case PRIORITISE -> put(input, properties, "priority", TicketJudgement.priority(ticket));
      case ROUTE -> put(input, properties, "team", TicketJudgement.team(ticket));
      case REFUND -> refund(input, properties, ticket.number());
      case DRAFT -> input.put("response_text", draft(ticket));
    }
    return input;
  }

  /** A function of the ticket's number alone, so that asking again asks for the same. */
  private static void refund(ObjectNode input, JsonNode properties, int ticket) {
    int amount = 19 + 7 * Math.floorMod(ticket - 1, 9);
    if (properties.path("amount").path("type").asText().equals("string")) {
      input.put("amount", String.valueOf(amount));
    } else {
      input.put("amount", amount);
    }
    put(input, properties, "reason", "charged too much");
  }

  private String draft(TicketView ticket) {
    ObjectNode bare =
        NODES.objectNode().put("type", "tool_use").put("name", TicketStep.DRAFT.tool());
    bare.putObject("input").put("ticket_id", ticket.id()).put("response_text", "");
    int words = counter.count(Phrases.before(TicketStep.DRAFT, "").getFirst());
    // A text inside JSON counts a little more than by itself: its line breaks are escaped.
    return drafts.text(ticket.number(), counter.countBlock(bare) + words + 2);
  }

  /** A value the tool's schema accepts: the one judged right, or the first one that is allowed. */
  private static void put(ObjectNode input, JsonNode properties, String field, String value) {
    JsonNode accepted = properties.path(field).path("enum");
    boolean allowed = accepted.isEmpty();
    for (JsonNode one : accepted) {
      allowed |= one.asText().equals(value);
    }
    input.put(field, allowed ? value : accepted.get(0).asText());
  }

  private static String value(TicketView ticket, TicketStep step) {
    return switch (step) {
      case CLASSIFY -> TicketJudgement.category(ticket);
      case PRIORITISE -> TicketJudgement.priority(ticket);
      case ROUTE -> TicketJudgement.team(ticket);
      case FETCH, RESEARCH, REFUND, DRAFT, COMPLETE -> "";
    };
  }
}
