package dev.recap.simulator.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads a ticket's record in JSON: null means that a step is not done. */
final class Records {
  private Records() {}

  /** The ticket a record is of, if it names one. */
  static Optional<Integer> ticket(JsonNode record) {
    for (String field : List.of("id", "ticket_id", "ticketId", "ticket")) {
      Matcher name = Vocabulary.TICKET.matcher(record.path(field).asText());
      if (name.matches()) {
        return Optional.of(Integer.parseInt(name.group(1)));
      }
    }
    return Optional.empty();
  }

  /** What an object says as a whole record, empty if it is not about a ticket. */
  static List<Statement> read(JsonNode record) {
    Optional<Integer> number = ticket(record);
    if (number.isEmpty()) {
      List<Statement> inner = new ArrayList<>();
      if (record.isObject() || record.isArray()) {
        record.forEach(child -> inner.addAll(read(child)));
      }
      return inner;
    }
    int ticket = number.get();
    List<Statement> said = new ArrayList<>(facts(record, ticket));
    switch (record.path("status").asText().toLowerCase(Locale.ROOT).replace('-', '_')) {
      case "completed", "complete", "closed", "resolved" -> {
        said.add(new Statement.Closed(new Subject.Stretch(ticket, ticket)));
        return said;
      }
      case "open", "in_progress", "new", "pending", "held" -> said.add(new Statement.Open(ticket));
      default -> {}
    }
    step(said, ticket, Step.CLASSIFY, record, "category");
    step(said, ticket, Step.PRIORITISE, record, "priority");
    step(said, ticket, Step.ROUTE, record, record.has("team") ? "team" : "assigned_team");
    step(said, ticket, Step.REFUND, record, "refund");
    return said;
  }

  /** The values in an object about a ticket, without any step. */
  static List<Statement> facts(JsonNode record, int ticket) {
    List<Statement> facts = new ArrayList<>();
    fact(facts, ticket, Field.CATEGORY, record, "category");
    fact(facts, ticket, Field.PRIORITY, record, "priority");
    fact(facts, ticket, Field.PRIORITY, record, "new_priority");
    fact(facts, ticket, Field.TEAM, record, "assigned_team");
    fact(facts, ticket, Field.TEAM, record, "team");
    fact(facts, ticket, Field.TEAM, record, "new_team");
    fact(facts, ticket, Field.SUBJECT, record, "subject");
    fact(facts, ticket, Field.DESCRIPTION, record, "description");
    fact(facts, ticket, Field.CUSTOMER, record, "customer");
    return facts;
  }

  private static void fact(
      List<Statement> facts, int ticket, Field field, JsonNode record, String name) {
    JsonNode value = record.path(name);
    if (value.isValueNode() && !value.isNull() && acceptable(field, value.asText())) {
      facts.add(new Statement.Fact(ticket, field, value.asText()));
    }
  }

  /** Values the rules know; anything else would be a stranger's text in a place of meaning. */
  private static boolean acceptable(Field field, String value) {
    return switch (field) {
      case CATEGORY -> value.matches(Vocabulary.CATEGORIES);
      case PRIORITY -> value.matches(Vocabulary.PRIORITIES);
      case TEAM -> value.matches(Vocabulary.TEAMS);
      case CUSTOMER -> value.matches("\\d{1,9}");
      case SUBJECT, DESCRIPTION -> !value.isBlank();
    };
  }

  private static void step(
      List<Statement> said, int ticket, Step step, JsonNode record, String field) {
    JsonNode value = record.path(field);
    if (!value.isMissingNode()) {
      said.add(new Statement.StepIs(ticket, step, !value.isNull() && !value.asText().isBlank()));
    }
  }
}
