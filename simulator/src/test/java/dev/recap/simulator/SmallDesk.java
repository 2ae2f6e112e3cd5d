package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

  static final String TASK =
      """
      You are the service desk's agent. Work through the queue of %d tickets. For each ticket do \
      seven steps in this order: 1. get_next_ticket hands out the next ticket. 2. classify_ticket \
      gives it a category. 3. search_knowledge_base finds what we know about it. 4. set_priority \
      says how soon it needs an answer. 5. route_to_team hands it to a team. 6. draft_response \
      writes the answer to the customer. 7. mark_complete closes it. One ticket at a time; go on \
      until the queue reports that it is empty; then give a closing account of all tickets with \
      category, priority and team.\
      """;

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

  static ArrayNode tools() {
    ArrayNode tools = NODES.arrayNode();
    tools.add(
        tool("get_next_ticket", "Returns the next unprocessed ticket, or the one held.", Map.of()));
    tools.add(
        tool(
            "classify_ticket",
            "Sets the category of a ticket.",
            Map.of("category", "billing,technical,account,product,shipping")));
    tools.add(search());
    tools.add(
        tool(
            "set_priority",
            "Sets the priority of a ticket.",
            Map.of("priority", "low,medium,high,urgent")));
    tools.add(
        tool(
            "route_to_team",
            "Hands a ticket to a team.",
            Map.of(
                "team",
                "billing-team,tech-support,account-services,product-success,logistics-team")));
    tools.add(
        tool("draft_response", "Saves the draft of the answer.", Map.of("response_text", "")));
    tools.add(tool("mark_complete", "Closes a ticket that has all it needs.", Map.of("", "")));
    return tools;
  }

  /** The seven tools and one that issues refunds. */
  static ArrayNode toolsWithRefunds() {
    ObjectNode refund =
        tool("issue_refund", "Pays money back to the customer.", Map.of("reason", ""));
    ObjectNode schema = (ObjectNode) refund.path("input_schema");
    ((ObjectNode) schema.path("properties")).putObject("amount").put("type", "integer");
    ((ArrayNode) schema.path("required")).add("amount");
    return tools().add(refund);
  }

  private static ObjectNode search() {
    ObjectNode tool =
        tool("search_knowledge_base", "Finds articles for a question.", Map.of("query", ""));
    ObjectNode schema = (ObjectNode) tool.path("input_schema");
    ((ObjectNode) schema.path("properties")).remove("ticket_id");
    ((ObjectNode) schema.path("properties")).putObject("category").put("type", "string");
    schema.putArray("required").add("query");
    return tool;
  }

  private static ObjectNode tool(String name, String description, Map<String, String> fields) {
    ObjectNode tool = NODES.objectNode().put("name", name).put("description", description);
    ObjectNode schema = tool.putObject("input_schema").put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    if (!fields.isEmpty()) {
      properties
          .putObject("ticket_id")
          .put("type", "string")
          .put("description", "The ticket's id.");
      required.add("ticket_id");
    }
    fields.forEach((field, values) -> {
      if (field.isEmpty()) {
        return;
      }
      ObjectNode property = properties.putObject(field).put("type", "string");
      if (!values.isEmpty()) {
        ArrayNode accepted = property.putArray("enum");
        List.of(values.split(",")).forEach(accepted::add);
      }
      required.add(field);
    });
    schema.set("required", required);
    schema.put("additionalProperties", false);
    return tool;
  }
}
