package dev.recap.simulator.reader;

import static dev.recap.simulator.reader.Vocabulary.words;

import java.util.regex.Pattern;

/**
 * The words of one step.
 *
 * @param plain words that name it, such as "classification"
 * @param done forms that say it was done, such as "classified"
 * @param undone forms that say it was not, such as "unclassified"
 */
record StepWords(Pattern plain, Pattern done, Pattern undone) {
  private static final StepWords FETCH =
      new StepWords(
          words("\\b(?:fetch|fetching|get_next_ticket)\\b"),
          words("\\b(?:fetched|picked up|retrieved|taken from the queue|opened)\\b"),
          words("\\bunfetched\\b"));
  private static final StepWords CLASSIFY =
      new StepWords(
          words(
              "\\b(?:classify_ticket|classif(?:y|ying|ication)"
                  + "|categor(?:y|ise|ize|ising|izing|isation|ization))\\b"),
          words("\\b(?:classified|categori[sz]ed)\\b"),
          words("\\bun(?:classified|categori[sz]ed)\\b"));
  private static final StepWords RESEARCH =
      new StepWords(
          words(
              "\\b(?:search_knowledge_base|search(?:ing)?(?: (?:of|in|through))?(?: the)? knowledge"
                  + " base|knowledge[- ]base(?: search)?|research(?:ing)?|search(?:ing)?)\\b"),
          words(
              "\\b(?:searched(?: the)?(?: knowledge base)?|researched|looked up"
                  + "|knowledge[- ]base (?:was )?consulted)\\b"),
          words("\\bunresearched\\b"));
  private static final StepWords PRIORITISE =
      new StepWords(
          words("\\b(?:set_priority|priorit(?:y|ise|ize|ising|izing|isation|ization))\\b"),
          words("\\bprioriti[sz]ed\\b"),
          words("\\bunprioriti[sz]ed\\b"));
  private static final StepWords ROUTE =
      new StepWords(
          words("\\b(?:route_to_team|rout(?:e|ing)|assign(?:ment|ing)?|assigned_team|team)\\b"),
          words("\\b(?:routed|assigned)\\b"),
          words("\\bun(?:routed|assigned)\\b"));
  private static final StepWords REFUND =
      new StepWords(
          words(
              "\\bissue_refund\\b|\\b(?:issu(?:e|ing)|pay(?:ing)?) (?:a |the )?refund\\b"
                  // "a refund or a discount" speaks of refunds at large.
                  + "|\\brefunding\\b|(?<!\\b(?:a|an|no|any|or|of)\\s)\\brefund\\b"),
          words(
              "\\brefunded\\b|\\b(?:issued|paid|made|granted) (?:a |the )?refund\\b"
                  + "|\\brefund(?: of [\\d.,]+)? (?:(?:was|is|has been) )?(?:issued|paid|granted)\\b"),
          words("\\bunrefunded\\b"));
  private static final StepWords DRAFT =
      new StepWords(
          words(
              "\\b(?:draft_response|response_text|draft(?:ing)?(?: response| reply)?|response|reply|answer)\\b"),
          words("\\b(?:drafted|answered|replied)\\b"),
          words("\\bun(?:drafted|answered)\\b"));
  private static final StepWords COMPLETE =
      new StepWords(
          words(
              "\\b(?:mark_complete|mark(?:ing)? (?:it )?(?:as )?completed?|clos(?:e|ing|ure)"
                  + "|complet(?:e it|ing|ion)|finali[sz](?:e|ing|ation))\\b"),
          words("\\b(?:completed?|closed|resolved|finali[sz]ed|finished|done with)\\b"),
          words("\\b(?:incomplete|unfinished|unresolved)\\b"));

  static StepWords of(Step step) {
    return switch (step) {
      case FETCH -> FETCH;
      case CLASSIFY -> CLASSIFY;
      case RESEARCH -> RESEARCH;
      case PRIORITISE -> PRIORITISE;
      case ROUTE -> ROUTE;
      case REFUND -> REFUND;
      case DRAFT -> DRAFT;
      case COMPLETE -> COMPLETE;
    };
  }
}
