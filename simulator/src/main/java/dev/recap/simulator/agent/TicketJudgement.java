package dev.recap.simulator.agent;

import static dev.recap.simulator.reader.Words.wholeWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent makes of a customer's words: keyword rules, so that the same words get the same.
 */
final class TicketJudgement {
  /**
   * A category: the team that looks after it, what to search for, and the words that point to it.
   */
  private record Kind(String category, String team, String topics, Pattern words) {}

  private static final List<Kind> KINDS =
      List.of(
          kind(
              "shipping",
              "logistics-team",
              "delivery tracking parcels",
              "ship\\w*|deliver\\w*|parcel\\w*|package\\w*|courier\\w*|track\\w*|arriv\\w*|address|warehouse|customs|dispatch\\w*|in transit|order \\w*"),
          kind(
              "billing",
              "billing-team",
              "charges refunds invoices",
              "bill\\w*|charg\\w*|invoice\\w*|refund\\w*|pay\\w*|paid|card|subscription|price\\w*|fee|fees|discount|receipt|vat|tax\\w*|renewal|money|transaction\\w*|statement"),
          kind(
              "technical",
              "tech-support",
              "errors crashes troubleshooting",
              "error\\w*|crash\\w*|bug\\w*|fail\\w*|broken|slow\\w*|freez\\w*|timeout\\w*|api|sync\\w*|install\\w*|update\\w*|screen|app|server|connect\\w*|upload\\w*|export\\w*|loading|webhook\\w*"),
          kind(
              "account",
              "account-services",
              "sign in profile access",
              "account\\w*|log ?in|login|sign ?in|password\\w*|two-factor|2fa|profile\\w*|username|e?-?mail address|locked|permission\\w*|access|verif\\w*|identity|passcode|pin|seat|seats"),
          kind(
              "product",
              "product-success",
              "features plans use",
              "feature\\w*|plan|plans|upgrade\\w*|compar\\w*|recommend\\w*|suggest\\w*|how do|how can|tutorial|template\\w*|dark mode|compatib\\w*|integrat\\w*|roadmap|trial|product\\w*|warranty|size|colou?r"));
  private static final Pattern URGENT =
      wholeWords(
          "urgent\\w*|immediately|asap|right away|emergency|outage|hacked|fraud\\w*|stolen|unauthori[sz]ed|legal|today|down for");
  private static final Pattern HIGH =
      wholeWords(
          "twice|double|cannot|can't|can’t|unable|locked|blocked|lost|damaged|broken|missing|refund\\w*|crash\\w*|overdue|wrong|deadline|fail\\w*");
  private static final Pattern LOW =
      wholeWords(
          "question|wondering|curious|suggest\\w*|feature request|how do|how can|how long|would like to know|information|someday|no rush|not urgent|feedback|love");
  private static final Set<String> STOP_WORDS =
      Set.of(
          "the", "and", "for", "with", "that", "this", "have", "from", "your", "you", "are", "was",
          "not", "but", "can", "how", "what", "when", "why", "has", "been", "again", "after",
          "into", "does", "did", "will", "our", "their", "there", "about", "just", "would", "still",
          "please");

  private TicketJudgement() {}

  private static Kind kind(String category, String team, String topics, String words) {
    return new Kind(category, team, topics, wholeWords(words));
  }

  private static Optional<Kind> known(String category) {
    return KINDS.stream().filter(kind -> kind.category().equals(category)).findFirst();
  }

  /** The stated category, or the one whose words occur most; a subject's words count twice. */
  static String category(TicketView ticket) {
    return kind(ticket).map(Kind::category).orElse("product");
  }

  private static Optional<Kind> kind(TicketView ticket) {
    String subject = ticket.fact(Field.SUBJECT).orElse("");
    String words = subject + "\n" + subject + "\n" + ticket.fact(Field.DESCRIPTION).orElse("");
    return ticket
        .fact(Field.CATEGORY)
        .flatMap(TicketJudgement::known)
        .or(() ->
            KINDS.stream()
                .filter(kind -> kind.words().matcher(words).find())
                .reduce((a, b) -> count(b, words) > count(a, words) ? b : a));
  }

  private static long count(Kind kind, String words) {
    return kind.words().matcher(words).results().count();
  }

  /** The stated priority, or the one the customer's words ask for. */
  static String priority(TicketView ticket) {
    return ticket.fact(Field.PRIORITY).orElseGet(() -> urgency(words(ticket)));
  }

  private static String words(TicketView ticket, String between) {
    return ticket.fact(Field.SUBJECT).orElse("")
        + between
        + ticket.fact(Field.DESCRIPTION).orElse("");
  }

  private static String words(TicketView ticket) {
    return words(ticket, " ");
  }

  private static String urgency(String words) {
    if (URGENT.matcher(words).find() && !words.toLowerCase(Locale.ROOT).contains("not urgent")) {
      return "urgent";
    }
    if (HIGH.matcher(words).find()) {
      return "high";
    }
    return LOW.matcher(words).find() ? "low" : "medium";
  }

  /** The stated team, or the one that looks after the category. */
  static String team(TicketView ticket) {
    return ticket
        .fact(Field.TEAM)
        .orElseGet(() -> kind(ticket).map(Kind::team).orElse("product-success"));
  }

  /** A few words to search for: the subject's own, or the category's usual ones. */
  static String query(TicketView ticket) {
    List<String> chosen = new ArrayList<>();
    Matcher word =
        Pattern.compile("[\\p{L}][\\p{L}\\d'-]{2,}").matcher(ticket.fact(Field.SUBJECT).orElse(""));
    while (word.find() && chosen.size() < 5) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      if (!STOP_WORDS.contains(lower) && !chosen.contains(lower)) {
        chosen.add(lower);
      }
    }
    if (chosen.isEmpty()) {
      return kind(ticket).map(Kind::topics).orElse("features plans use");
    }
    return String.join(" ", chosen);
  }
}
