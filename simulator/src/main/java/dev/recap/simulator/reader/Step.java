package dev.recap.simulator.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a ticket, in the order they are taken: the seven that every ticket needs, and the
 * refund that some need where there is a tool for it.
 */
public enum Step {
  FETCH(
      1,
      "get_next_ticket",
      StepWords.of(
          "fetch|fetching|get_next_ticket",
          "fetched|picked up|retrieved|taken from the queue|opened",
          "unfetched")),
  CLASSIFY(
      2,
      "classify_ticket",
      StepWords.of(
          "classify_ticket|classif(?:y|ying|ication)"
              + "|categor(?:y|ise|ize|ising|izing|isation|ization)",
          "classified|categori[sz]ed",
          "un(?:classified|categori[sz]ed)")),
  RESEARCH(
      3,
      "search_knowledge_base",
      StepWords.of(
          "search_knowledge_base|search(?:ing)?(?: (?:of|in|through))?(?: the)? knowledge"
              + " base|knowledge[- ]base(?: search)?|research(?:ing)?|search(?:ing)?",
          "searched(?: the)?(?: knowledge base)?|researched|looked up"
              + "|knowledge[- ]base (?:was )?consulted",
          "unresearched")),
  PRIORITISE(
      4,
      "set_priority",
      StepWords.of(
          "set_priority|priorit(?:y|ise|ize|ising|izing|isation|ization)",
          "prioriti[sz]ed",
          "unprioriti[sz]ed")),
  ROUTE(
      5,
      "route_to_team",
      StepWords.of(
          "route_to_team|rout(?:e|ing)|assign(?:ment|ing)?|assigned_team|team",
          "routed|assigned",
          "un(?:routed|assigned)")),
  REFUND(
      8,
      "issue_refund",
      StepWords.of(
          "issue_refund|(?:issu(?:e|ing)|pay(?:ing)?) (?:a |the )?refund"
              // "a refund or a discount" speaks of refunds at large.
              + "|refunding|(?<!\\b(?:a|an|no|any|or|of)\\s)refund",
          "refunded|(?:issued|paid|made|granted) (?:a |the )?refund"
              + "|refund(?: of [\\d.,]+)? (?:(?:was|is|has been) )?(?:issued|paid|granted)",
          "unrefunded")),
  DRAFT(
      6,
      "draft_response",
      StepWords.of(
          "draft_response|response_text|draft(?:ing)?(?: response| reply)?|response|reply|answer",
          "drafted|answered|replied",
          "un(?:drafted|answered)")),
  COMPLETE(
      7,
      "mark_complete",
      StepWords.of(
          "mark_complete|mark(?:ing)? (?:it )?(?:as )?completed?|clos(?:e|ing|ure)"
              + "|complet(?:e it|ing|ion)|finali[sz](?:e|ing|ation)",
          "completed?|closed|resolved|finali[sz]ed|finished|done with",
          "incomplete|unfinished|unresolved"));

  /** The steps of every ticket, in order. */
  public static final List<Step> SEVEN =
      Arrays.stream(values()).filter(step -> step != REFUND).toList();

  private final int number;
  private final String tool;

  @SuppressWarnings("ImmutableEnumChecker") // Patterns alone.
  private final StepWords words;

  Step(int number, String tool, StepWords words) {
    this.number = number;
    this.tool = tool;
    this.words = words;
  }

  StepWords words() {
    return words;
  }

  /** The digit by which signs name it. */
  public int number() {
    return number;
  }

  /** The tool that takes the step. */
  public String tool() {
    return tool;
  }

  /** The step a tool takes, if it takes one. */
  public static Optional<Step> ofTool(String name) {
    for (Step step : values()) {
      if (step.tool.equals(name)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
