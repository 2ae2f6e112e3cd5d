package dev.recap.simulator.agent;

import dev.recap.simulator.reader.Step;
import dev.recap.simulator.reader.StepWords;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of a ticket, in the order they are taken: the seven that every ticket needs, and the
 * refund that some need where there is a tool for it.
 */
enum TicketStep implements Step {
  FETCH(
      "get_next_ticket",
      "fetch|fetching|get_next_ticket",
      "fetched|picked up|retrieved|taken from the queue|opened",
      "unfetched"),
  CLASSIFY(
      "classify_ticket",
      "classify_ticket|classif(?:y|ying|ication)"
          + "|categor(?:y|ise|ize|ising|izing|isation|ization)",
      "classified|categori[sz]ed",
      "un(?:classified|categori[sz]ed)"),
  RESEARCH(
      "search_knowledge_base",
      "search_knowledge_base|search(?:ing)?(?: (?:of|in|through))?(?: the)? knowledge"
          + " base|knowledge[- ]base(?: search)?|research(?:ing)?|search(?:ing)?",
      "searched(?: the)?(?: knowledge base)?|researched|looked up"
          + "|knowledge[- ]base (?:was )?consulted",
      "unresearched"),
  PRIORITISE(
      "set_priority",
      "set_priority|priorit(?:y|ise|ize|ising|izing|isation|ization)",
      "prioriti[sz]ed",
      "unprioriti[sz]ed"),
  ROUTE(
      "route_to_team",
      "route_to_team|rout(?:e|ing)|assign(?:ment|ing)?|assigned_team|team",
      "routed|assigned",
      "un(?:routed|assigned)"),
  REFUND(
      "issue_refund",
      "issue_refund|(?:issu(?:e|ing)|pay(?:ing)?) (?:a |the )?refund"
          // "a refund or a discount" speaks of refunds at large.
          + "|refunding|(?<!\\b(?:a|an|no|any|or|of)\\s)refund",
      "refunded|(?:issued|paid|made|granted) (?:a |the )?refund"
          + "|refund(?: of [\\d.,]+)? (?:(?:was|is|has been) )?(?:issued|paid|granted)",
      "unrefunded"),
  DRAFT(
      "draft_response",
      "draft_response|response_text|draft(?:ing)?(?: response| reply)?|response|reply|answer",
      "drafted|answered|replied",
      "un(?:drafted|answered)"),
  COMPLETE(
      "mark_complete",
      "mark_complete|mark(?:ing)? (?:it )?(?:as )?completed?|clos(?:e|ing|ure)"
          + "|complet(?:e it|ing|ion)|finali[sz](?:e|ing|ation)",
      "completed?|closed|resolved|finali[sz]ed|finished|done with",
      "incomplete|unfinished|unresolved");

  /** The steps of every ticket, in order. */
  static final List<TicketStep> SEVEN =
      Arrays.stream(values()).filter(step -> step != REFUND).toList();

  @SuppressWarnings("ImmutableEnumChecker") // Patterns alone.
  private final StepWords words;

  TicketStep(String tool, String plain, String done, String undone) {
    this.words = StepWords.of(tool, plain, done, undone);
  }

  @Override
  public StepWords words() {
    return words;
  }

  @Override
  public boolean namesItem() {
    return this != FETCH && this != RESEARCH;
  }
}
