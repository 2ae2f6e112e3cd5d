package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.Signatures;
import java.util.List;

/** Makes the reply that asks for a step: a few words and the call, in the recorded sizes. */
public final class Calls {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ID_LENGTH = 24;
  private static final int SEVERAL = 295;
  private static final int[] CLASSIFY_SIZES = {102, 91, 91, 91, 96};

  private final TokenCounter counter;
  private final Fitting fitting;
  private final Drafts drafts;

  Calls(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
    this.drafts = new Drafts(counter);
  }

  /** A reply that fetches the next ticket. */
  Reply fetch(MessagesRequest request) {
    return fitted(request, Step.FETCH, NODES.objectNode(), "", 56);
  }

  /** A reply that takes one step of a ticket. */
  Reply step(MessagesRequest request, TicketView ticket, Step step) {
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
  Reply steps(MessagesRequest request, TicketView ticket, List<Step> steps) {
    ArrayNode content = NODES.arrayNode();
    int index = 0;
    for (Step step : steps) {
      content.add(call(request, step.tool(), input(request, ticket, step), index++));
    }
    int wanted = SEVERAL * steps.size() / 4 - counter.countContent(content);
    List<String> words =
        fitting.choose(
            Phrases.beforeSeveral(TicketJudgement.category(ticket)), Math.max(4, wanted));
    ArrayNode all = NODES.arrayNode().add(Reply.textBlock(String.join(" ", words)));
    all.addAll(content);
    return Reply.of(all, Reply.Stop.TOOL_USE);
  }

  /** A reply that takes a step because somebody ordered it, with the value they named. */
  Reply ordered(MessagesRequest request, TicketView ticket, Step step, String value) {
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
    return forced(request, step.tool(), input);
  }

  /** A reply that calls a tool because the request forces it to. */
  Reply forced(MessagesRequest request, String tool, ObjectNode input) {
    return Reply.of(NODES.arrayNode().add(call(request, tool, input, 0)), Reply.Stop.TOOL_USE);
  }

  private Reply fitted(
      MessagesRequest request, Step step, ObjectNode input, String value, int tokens) {
    ObjectNode call = call(request, step.tool(), input, 0);
    int wanted = tokens - counter.countBlock(call);
    List<String> words = fitting.choose(Phrases.before(step, value), Math.max(0, wanted));
    ArrayNode content = NODES.arrayNode();
    if (!words.isEmpty()) {
      content.add(Reply.textBlock(String.join(" ", words)));
    }
    return Reply.of(content.add(call), Reply.Stop.TOOL_USE);
  }

  /** A call whose id is a function of the request; {@code index} counts the calls of a reply. */
  public static ObjectNode call(MessagesRequest request, String tool, ObjectNode input, int index) {
    String id = "toolu_" + digest(request, index).substring(0, ID_LENGTH);
    ObjectNode call = NODES.objectNode().put("type", "tool_use").put("id", id).put("name", tool);
    call.set("input", input);
    return call;
  }

  /** Identical requests give identical ids, streamed or not. */
  private static String digest(MessagesRequest request, int index) {
    return Signatures.digest(index + request.withoutDelivery());
  }

  ObjectNode input(MessagesRequest request, TicketView ticket, Step step) {
    ObjectNode input = NODES.objectNode();
    JsonNode properties =
        request.tool(step.tool()).map(t -> t.path("input_schema").path("properties")).orElse(input);
    if (step != Step.FETCH && step != Step.RESEARCH) {
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
    ObjectNode bare = NODES.objectNode().put("type", "tool_use").put("name", Step.DRAFT.tool());
    bare.putObject("input").put("ticket_id", ticket.id()).put("response_text", "");
    int words = counter.count(Phrases.before(Step.DRAFT, "").getFirst());
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

  private static String value(TicketView ticket, Step step) {
    return switch (step) {
      case CLASSIFY -> TicketJudgement.category(ticket);
      case PRIORITISE -> TicketJudgement.priority(ticket);
      case ROUTE -> TicketJudgement.team(ticket);
      case FETCH, RESEARCH, REFUND, DRAFT, COMPLETE -> "";
    };
  }
}
