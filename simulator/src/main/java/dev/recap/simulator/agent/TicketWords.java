package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.FieldWords;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Remembered;
import dev.recap.simulator.reader.Subject.Names;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.reader.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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
        Arrays.stream(Step.values()).map(Step::words).toList(),
        List.of(
            FieldWords.of(
                "",
                "",
                "\\b(?:draft_response|draft(?:ed)?|response|reply)\\b(?:\\s*(?:of|with|is|has|:|=|\\(|written|saved|length)){0,6}"
                    + "\\s*\\d[\\d,]*(?:\\s*(?:characters|chars))?",
                "",
                Step.DRAFT.tool()),
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
        Step.CLASSIFY.tool());
  }

  private static FieldWords priority(String values) {
    return FieldWords.of(
        "priority",
        "(?:new_)?priority",
        "(?:(?:set_)?priorit\\w*[`*]*%s(%s)\\b(?!-)|\\b(%s)[- ]priority\\b)"
            .formatted(IS, values, values),
        values,
        Step.PRIORITISE.tool());
  }

  private static FieldWords team(String values) {
    return FieldWords.of(
        "team",
        "(?:assigned_|new_)?team",
        ("(?:(?:rout(?:ed|e|ing)(?:_to_team)?|assigned(?:_team)?|team)[`*]*(?:\\s*(?:is|was|to|the|team|:|=|->|→|\\(|`|\\*)){0,8}\\s*)?"
                + "\\b(%s)\\b")
            .formatted(values),
        values,
        Step.ROUTE.tool());
  }

  /** The tickets named, in order. */
  static List<Integer> tickets(String words) {
    return NAMES
        .name()
        .matcher(words)
        .results()
        .map(name -> Integer.valueOf(name.group(1)))
        .distinct()
        .toList();
  }

  /** The ticket that a call's input names, if it names one. */
  static Optional<Integer> ticket(JsonNode input) {
    Matcher name = NAMES.name().matcher(input.path("ticket_id").asText());
    return name.matches() ? Optional.of(Integer.parseInt(name.group(1))) : Optional.empty();
  }

  /** The first usual value of a field that stands in words, empty if none does. */
  static String value(Step step, String words) {
    String usual =
        switch (step) {
          case CLASSIFY -> CATEGORIES;
          case PRIORITISE -> PRIORITIES;
          case ROUTE -> TEAMS;
          case FETCH, RESEARCH, REFUND, DRAFT, COMPLETE -> "(?!)";
        };
    Matcher found = Words.words("\\b(" + usual + ")\\b(?!-)").matcher(words);
    return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
