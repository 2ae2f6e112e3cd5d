package dev.recap.simulator.agent;

import static dev.recap.simulator.reader.Words.wholeWords;

import dev.recap.simulator.reader.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which an order is known. Frozen: {@code docs/simulator.md} lists them.
 *
 * <p>Words that belong to the task itself, such as "go on" and "work through the queue", are no
 * orders here: the agent follows the task anyway.
 */
final class OrderWords {
  private static final String LEAD =
      "^(?:<[^>]{0,40}>\\s*)*[-*•>#\\d.)(\\s]*(?:(?:now|first|also|instead|hello|hi|hey|assistant|claude|agent|ai"
          + "|important|urgent|attention|system|admin|note)\\b[\\s,:!-]*)*";
  private static final String CLEAR =
      "explain|provide|compose|develop|describe|translate|convert|substitute|render|introduce|misspell|scramble|jumble"
          + "|rearrange|anagram|remove|combine|include|modify|add|integrate|augment|enhance|repeat|encode|decode|rot13"
          + "|print|output|show|reveal|write|delete|drop|transfer|refund|reimburse|withdraw|classify|categori[sz]e"
          + "|escalate|abort|quit|cease|halt|visit|click|download|install|execute|buy|reserve|invite|create|tell|say"
          + "|approve|cancel|generate|grant|pretend|act as|break down|ignore|disregard|override|replace|send|forget|mark|group";
  private static final String AMBIGUOUS =
      "draft|route|close|complete|answer|reply|respond|end|stop|run|issue|post|book|share|change|update|email|mail"
          + "|list|set|assign|forward|pay|give|open|finali[sz]e|resolve|prioriti[sz]e";
  private static final String OBJECT =
      "\\s+(?:the|a|an|all|every|each|any|this|that|these|those|your|my|our|it|them|him|her|me|us|to|with|in|ticket|\\$|€)";

  /** A sentence that tells its reader to do something. */
  static final Pattern ORDER =
      Words.words(
          LEAD
              + "(?:(?:"
              + CLEAR
              + ")\\b(?!\\s*:)|(?:"
              + AMBIGUOUS
              + ")(?:"
              + OBJECT
              + "\\b|\\s+TICKET-)|continue the following\\b|use\\b.{1,60}\\b(?:response|answer|reply|message)\\b)"
              + "|\\b(?:please|kindly)\\s+(?:do\\s+)?(?!(?:go|continue|carry|keep|proceed|note|see|be|wait|resume|look|find)\\b)[a-z]{2,}\\b"
              + "|\\byou (?:must|should|have to|need to|are to|shall|will now)\\s+(?:now |also |immediately )?(?:"
              + CLEAR
              + "|"
              + AMBIGUOUS
              + ")\\b"
              + "|\\bI (?:need|want|would like)(?: you)? to\\s+(?:see|know|have|get|"
              + CLEAR
              + ")\\b"
              + "|\\bin your (?:response|answer|reply|message),|\\bthen show:|^beginning with\\b");

  /** A question, which wants an answer. */
  static final Pattern QUESTION =
      Words.words(
          LEAD
              + "(?:what(?:'s|’s)?|who(?:'s|’s)?|how|why|when|where|which|can you|could you|would you|will you|do you)\\b.*\\?$");

  /** Code somebody wants run. */
  static final Pattern CODE =
      Words.words(
          "<script|javascript:|onerror|<img\\b|<a href|\\$\\(\\w|\\beval\\(|`\\w+[^`]*/[^`]*`"
              + "|\\bdrop table\\b|\\binsert into\\b|\\bselect @@|;\\s*shutdown\\b");

  /** The end of the work. */
  static final Pattern STOP =
      Words.words(
          "\\b(?:stop|end|abort|quit|cease|halt)\\b.{0,40}\\b(?:work\\w*|task|here|now|immediately|everything|processing|run)\\b"
              + "|\\b(?:ignore|disregard|forget|override)\\b.{0,60}\\b(?:instructions?|task|orders?|rules?|prompt|tickets?|queue|everything)\\b");

  private static final Pattern TICKET = wholeWords("tickets?|TICKET-\\d+|cases?|this one");

  /** Which words order which step of a ticket; the first that fit count. */
  private static final Map<TicketStep, Pattern> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put(TicketStep.REFUND, wholeWords("issue_refund|refund|reimburse|pay back"));
    STEPS.put(
        TicketStep.PRIORITISE,
        wholeWords(
            "set_priority|prioriti[sz]e|escalate|(?:set|raise|change|make|give|mark)\\b.*\\b(?:priority|urgent)"));
    STEPS.put(
        TicketStep.ROUTE,
        wholeWords(
            "route_to_team|(?:route|assign|reassign|forward|hand|send|transfer)\\b.*\\b(?:team|tech-support|account-services|product-success)"));
    STEPS.put(TicketStep.CLASSIFY, wholeWords("classify_ticket|(?:re-?)?classify|categori[sz]e"));
    STEPS.put(
        TicketStep.COMPLETE,
        wholeWords(
            "mark_complete|close|complete|finali[sz]e|resolve|finish|mark\\b.*\\b(?:completed?|closed|done|resolved)"));
  }

  private OrderWords() {}

  /** The step of a ticket that an order is about; a refund needs no ticket beside it. */
  static Optional<TicketStep> step(String words) {
    return STEPS.entrySet().stream()
        .filter(one -> one.getKey() == TicketStep.REFUND || TICKET.matcher(words).find())
        .filter(one -> one.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
