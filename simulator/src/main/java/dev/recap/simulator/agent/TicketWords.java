package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.FieldWords;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Remembered;
import dev.recap.simulator.reader.Subject.Names;
import dev.recap.simulator.reader.Vocabulary;
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
            chosen(
                tools,
                Field.CATEGORY,
                CATEGORIES,
                "(?:(?:classif\\w*|categor\\w*)(?:_ticket)?[`*]*%1$s(%2$s)|\\bas (?:an? )?(%2$s))\\b(?!-)",
                TicketStep.CLASSIFY),
            chosen(
                tools,
                Field.PRIORITY,
                PRIORITIES,
                "(?:(?:set_)?priorit\\w*[`*]*%1$s(%2$s)\\b(?!-)|\\b(%2$s)[- ]priority\\b)",
                TicketStep.PRIORITISE),
            chosen(
                tools,
                Field.TEAM,
                TEAMS,
                "(?:(?:rout(?:ed|e|ing)(?:_to_team)?|assigned(?:_team)?|team)[`*]*(?:\\s*(?:is|was|to|the|team|:|=|->|→|\\(|`|\\*)){0,8}\\s*)?"
                    + "\\b(%2$s)\\b",
                TicketStep.ROUTE),
            FieldWords.of(
                "customer",
                "customer",
                "\\bcustomer(?: number| no\\.?)?[ :#]+(\\d{1,9})\\b",
                "\\d{1,9}",
                ""),
            FieldWords.quoted("subject", "subject|titled|words|about", 24),
            FieldWords.quoted("description", "description|gist|says|said|writes|wrote|reads", 24)));
  }

  /** A field whose values are those that a tool takes, or the usual ones where none names any. */
  private static FieldWords chosen(
      JsonNode tools, Field field, String usual, String said, TicketStep step) {
    String accepted =
        tools.findValues(field.key()).stream()
            .flatMap(schema -> schema.path("enum").valueStream())
            .map(value -> Pattern.quote(value.asText()))
            .distinct()
            .collect(Collectors.joining("|"));
    String values = accepted.isEmpty() ? usual : accepted;
    String keys = "(?:new_|assigned_)?" + field.key();
    return FieldWords.of(field.key(), keys, said.formatted(IS, values), values, step.tool());
  }
}
