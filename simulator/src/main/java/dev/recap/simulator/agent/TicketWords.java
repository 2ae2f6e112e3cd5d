package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.FieldWords;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Remembered;
import dev.recap.simulator.reader.Subject.Names;
import dev.recap.simulator.reader.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of the work on tickets, with the values that a request's tools take. */
final class TicketWords {
  static final Names NAMES =
      Names.of("TICKET-", "(?:to|through|thru|up to|until|-|–|—|\\.{2,3}|…)\\s*[`*]*(?:TICKET-)?");
  private static final String CATEGORIES = "billing|technical|account|product|shipping";
  private static final String PRIORITIES = "low|medium|high|urgent";
  private static final String TEAMS =
      "billing-team|tech-support|account-services|product-success|logistics-team";
  private static final String IS =
      "(?:\\s*(?:is|was|as|to|under|set|of|into|now|been|has|:|=|->|→|\\(|\\*|`)){0,8}\\s*[`*]?";
  private static final Remembered<JsonNode, Reader> READERS =
      new Remembered<>(20, tools -> new Reader(of(tools)));

  private TicketWords() {}

  /** The reader that goes by a request's tools. */
  static Reader reader(JsonNode tools) {
    return READERS.of(tools);
  }

  private static Vocabulary of(JsonNode tools) {
    return new Vocabulary(
        "ticket",
        NAMES,
        Vocabulary.NO_PARTS,
        Arrays.stream(TicketStep.values()).map(TicketStep::words).toList(),
        List.of(
            FieldWords.of(
                "",
                "",
                "\\b(?:draft_response|draft(?:ed)?|response|reply)\\b(?:\\s*(?:of|with|is|has|:|=|\\(|written|saved|length)){0,6}"
                    + "\\s*\\d[\\d,]*(?:\\s*(?:characters|chars))?",
                "",
                TicketStep.DRAFT.tool()),
            category(values(tools, "category", CATEGORIES)),
            priority(values(tools, "priority", PRIORITIES)),
            team(values(tools, "team", TEAMS)),
            FieldWords.of(
                "customer",
                "customer",
                "\\bcustomer(?: number| no\\.?)?[ :#]+(\\d{1,9})\\b",
                "\\d{1,9}",
                ""),
            FieldWords.quoted("subject", "subject|titled|words|about", 24),
            FieldWords.quoted("description", "description|gist|says|said|writes|wrote|reads", 24)));
  }

  /** The values that a tool takes for a field, or the usual ones where none names any. */
  private static String values(JsonNode tools, String field, String usual) {
    List<String> accepted = new ArrayList<>();
    tools
        .findValues(field)
        .forEach(schema -> schema.path("enum").forEach(one -> accepted.add(one.asText())));
    return accepted.isEmpty()
        ? usual
        : accepted.stream().distinct().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  private static FieldWords category(String values) {
    return FieldWords.of(
        "category",
        "category",
        "(?:(?:classif\\w*|categor\\w*)(?:_ticket)?[`*]*%s(%s)|\\bas (?:an? )?(%s))\\b(?!-)"
            .formatted(IS, values, values),
        values,
        TicketStep.CLASSIFY.tool());
  }

  private static FieldWords priority(String values) {
    return FieldWords.of(
        "priority",
        "(?:new_)?priority",
        "(?:(?:set_)?priorit\\w*[`*]*%s(%s)\\b(?!-)|\\b(%s)[- ]priority\\b)"
            .formatted(IS, values, values),
        values,
        TicketStep.PRIORITISE.tool());
  }

  private static FieldWords team(String values) {
    return FieldWords.of(
        "team",
        "(?:assigned_|new_)?team",
        ("(?:(?:rout(?:ed|e|ing)(?:_to_team)?|assigned(?:_team)?|team)[`*]*(?:\\s*(?:is|was|to|the|team|:|=|->|→|\\(|`|\\*)){0,8}\\s*)?"
                + "\\b(%s)\\b")
            .formatted(values),
        values,
        TicketStep.ROUTE.tool());
  }
}
