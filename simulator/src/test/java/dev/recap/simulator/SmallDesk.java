package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service desk in memory with the seven tools, to play against. */
final class SmallDesk {
  /** What a tool answered. */
  record Answer(String text, boolean error) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[][] WORDS = {
    {
      "Charged twice for March",
      "I paid my March invoice by card and now see the same charge a second time on my statement."
          + " Please refund the second payment as soon as you can, since it put me over my limit."
    },
    {
      "App crashes on export",
      "Whenever I press export the app shows an error screen and closes. I am on the latest update"
          + " and have restarted the phone twice. My report is due this week."
    },
    {
      "Parcel has not arrived",
      "The tracking page has said in transit for nine days and the parcel has not arrived. The"
          + " courier tells me to ask you. Could you find out where the package is?"
    },
    {
      "Cannot sign in after password change",
      "I changed my password yesterday and since then I cannot log in to my account any more. The"
          + " two-factor code is accepted and then I am back at the sign in page."
    },
    {
      "Question about the team plan",
      "We are a group of eight and would like to know how the team plan compares with the single"
          + " plan. Which features do we gain, and can we try it before we upgrade?"
    }
  };

  private final int total;
  private final Map<Integer, ObjectNode> tickets = new LinkedHashMap<>();
  private final Map<Integer, String> drafts = new LinkedHashMap<>();
  private final Map<Integer, Integer> refunds = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private int handedOut;

  SmallDesk(int total) {
    this.total = total;
  }

  /** The calls executed so far, as {@code tool TICKET-n}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  long complete() {
    return tickets.values().stream().filter(SmallDesk::closed).count();
  }

  private static boolean closed(ObjectNode ticket) {
    return ticket.path("status").asText().equals("completed");
  }

  Answer run(String tool, JsonNode input) {
    String id = input.path("ticket_id").asText();
    calls.add(id.isEmpty() ? tool : tool + " " + id);
    if (tool.equals("get_next_ticket")) {
      return next();
    }
    if (tool.equals("search_knowledge_base")) {
      return new Answer(articles(input.path("query").asText()), false);
    }
    ObjectNode ticket = tickets.get(Integer.parseInt(id.replaceAll("\\D", "")));
    if (ticket == null) {
      return new Answer("ticket_id: " + id + " is not a ticket that was handed out", true);
    }
    if (closed(ticket)) {
      return new Answer("Already done: " + id + " is closed.", false);
    }
    return switch (tool) {
      case "classify_ticket" -> set(ticket, "category", input.path("category").asText());
      case "set_priority" -> set(ticket, "priority", input.path("priority").asText());
      case "route_to_team" -> set(ticket, "assigned_team", input.path("team").asText());
      case "draft_response" -> {
        drafts.put(number(ticket), input.path("response_text").asText());
        yield new Answer(
            "{\"ticket_id\":\"%s\",\"draft_length\":%d}"
                .formatted(id, drafts.get(number(ticket)).length()),
            false);
      }
      case "issue_refund" -> refund(ticket, input.path("amount").asInt());
      case "mark_complete" -> complete(ticket);
      default -> new Answer("Error: Tool '" + tool + "' not found", true);
    };
  }

  private static int number(ObjectNode ticket) {
    return Integer.parseInt(ticket.path("id").asText().substring("TICKET-".length()));
  }

  private Answer next() {
    Optional<ObjectNode> held = tickets.values().stream().filter(t -> !closed(t)).findFirst();
    if (held.isPresent()) {
      return new Answer(held.get().toString(), false);
    }
    if (handedOut == total) {
      return new Answer(
          "{\"error\":\"the queue is empty\",\"processed\":%d,\"total\":%d}"
              .formatted(complete(), total),
          true);
    }
    int number = ++handedOut;
    String[] words = WORDS[(number - 1) % WORDS.length];
    ObjectNode ticket = NODES.objectNode();
    ticket.put("id", "TICKET-" + number).put("customer", 11 + number);
    ticket.put("customer_name", "Mira Example").put("customer_email", "mira@example.org");
    ticket.put("subject", words[0]).put("description", words[1]);
    ticket.putNull("category").putNull("priority").put("status", "open");
    ticket.put("created_at", "2026-11-23T09:12:00Z").putNull("assigned_team");
    ticket.putArray("notes");
    tickets.put(number, ticket);
    return new Answer(ticket.toString(), false);
  }

  private static Answer set(ObjectNode ticket, String field, String value) {
    ticket.put(field, value);
    return new Answer(
        "{\"ticket_id\":\"%s\",\"new_%s\":\"%s\"}"
            .formatted(ticket.path("id").asText(), field, value),
        false);
  }

  /** Refunds as often as it is asked: whoever promises "once" has to keep the promise. */
  private Answer refund(ObjectNode ticket, int amount) {
    refunds.merge(number(ticket), 1, Integer::sum);
    return new Answer(
        "{\"ticket_id\":\"%s\",\"amount\":%d}".formatted(ticket.path("id").asText(), amount),
        false);
  }

  /** How often a ticket was refunded. */
  int refunds(int ticket) {
    return refunds.getOrDefault(ticket, 0);
  }

  private Answer complete(ObjectNode ticket) {
    List<String> missing = new ArrayList<>();
    List<String> tools = new ArrayList<>();
    lack(ticket.path("category").isNull(), "category", "classify_ticket", missing, tools);
    lack(ticket.path("priority").isNull(), "priority", "set_priority", missing, tools);
    lack(ticket.path("assigned_team").isNull(), "team", "route_to_team", missing, tools);
    lack(!drafts.containsKey(number(ticket)), "draft", "draft_response", missing, tools);
    if (!missing.isEmpty()) {
      return new Answer(
          "%s cannot be completed: missing %s (%s)"
              .formatted(
                  ticket.path("id").asText(), String.join(", ", missing), String.join(", ", tools)),
          true);
    }
    ticket.put("status", "completed");
    ObjectNode record = NODES.objectNode();
    record.put("ticket_id", ticket.path("id").asText());
    record.put("customer", ticket.path("customer").asInt());
    for (String field : List.of("subject", "category", "priority", "assigned_team", "status")) {
      record.set(field, ticket.path(field));
    }
    return new Answer(record.toString(), false);
  }

  private static void lack(
      boolean lacks, String what, String tool, List<String> missing, List<String> tools) {
    if (lacks) {
      missing.add(what);
      tools.add(tool);
    }
  }

  private static String articles(String query) {
    return """
    1. Duplicate card payments: how they come about and how they are returned. A second charge is \
    often a reservation that falls away within five working days; a booked one is refunded.
    2. Where is my order: reading the tracking page, when a search is started with the carrier.
    3. Signing in after a change of password: clear old sessions, then sign in afresh.
    Query: %s\
    """
        .formatted(query);
  }
}
