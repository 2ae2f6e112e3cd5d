package dev.recap.simulator.agent;

import java.util.List;

/**
 * What the agent may say before a call. None of it names a ticket, so that it is no statement:
 * where a client drops the call and keeps the words, nothing false is left behind.
 */
public final class Phrases {
  private static final List<String> FETCH =
      List.of(
          "Next ticket, please.",
          "On to the queue.",
          "Let me see.",
          "I look at what comes next.",
          "Good.");
  private static final List<String> CLASSIFY =
      List.of(
          "Let me read what the customer says.",
          "Their words point to %s.",
          "That is the kind of problem it is about.",
          "I take the subject first and then the details, because the subject is what they care about most.",
          "Good.",
          "So it belongs there.",
          "No other kind fits as well as this one does.");
  private static final List<String> RESEARCH =
      List.of(
          "Now I look for what we know.",
          "The articles may help.",
          "Let me see.",
          "First the facts, then the answer.",
          "Good.",
          "There may be a known way out.");
  private static final List<String> PRIORITISE =
      List.of(
          "How soon does this need an answer?",
          "Judging by their words, %s fits.",
          "Let me weigh it.",
          "What matters is how badly they are held up.",
          "Good.",
          "So be it.");
  private static final List<String> ROUTE =
      List.of(
          "Who should look after it?",
          "The people of %s know this kind of thing best.",
          "Let me pass it on.",
          "They have what it takes to help.",
          "Good.",
          "So it goes there.");
  private static final List<String> REFUND =
      List.of(
          "They paid more than they owe.",
          "The difference goes back to them.",
          "Let me see to it.",
          "Good.",
          "It is only fair.",
          "So be it.");
  private static final List<String> DRAFT = List.of("Now the answer to the customer.");
  private static final List<String> COMPLETE =
      List.of(
          "That should be all of it.", "Let me close it.", "Good.", "One thing more.", "So be it.");

  private Phrases() {}

  /** What may be said before a step; {@code value} is what it sets, if it sets anything. */
  static List<String> before(TicketStep step, String value) {
    List<String> phrases =
        switch (step) {
          case FETCH -> FETCH;
          case CLASSIFY -> CLASSIFY;
          case RESEARCH -> RESEARCH;
          case PRIORITISE -> PRIORITISE;
          case ROUTE -> ROUTE;
          case REFUND -> REFUND;
          case DRAFT -> DRAFT;
          case COMPLETE -> COMPLETE;
        };
    return phrases.stream().map(phrase -> phrase.replace("%s", value)).toList();
  }

  /** A text in one line, with nothing in it that would end a quotation. */
  public static String inOneLine(String text) {
    return text.replaceAll("[\"“”\\s]+", " ").strip();
  }

  static List<String> beforeSeveral(String category) {
    return List.of(
        "Let me read what the customer says.",
        "Their words point to " + category + ".",
        "I ask for these things together, because none of them has to wait for another.",
        "Good.",
        "The articles may help with the answer later on.",
        "The people who know this kind of thing best should look after it.",
        "So be it.",
        "What matters is how badly they are held up.");
  }
}
