package dev.recap.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the agent of a small desk is asked, with which tools. */
final class DeskTask {
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

  private DeskTask() {}

  /** A request to work through so many tickets. */
  static ObjectNode request(int tickets) {
    ObjectNode body = Client.request(TASK.formatted(tickets));
    body.set("tools", tools());
    return body;
  }

  /** The same with these tools, and more texts in the message. */
  static ObjectNode request(int tickets, ArrayNode tools, String... behindTheTask) {
    var texts = Stream.concat(Stream.of(TASK.formatted(tickets)), Stream.of(behindTheTask));
    return Client.request(tools, texts.toArray(String[]::new));
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
    ArrayNode required = NODES.arrayNode();
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
