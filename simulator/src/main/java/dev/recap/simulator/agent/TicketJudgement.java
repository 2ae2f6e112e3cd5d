package dev.recap.simulator.agent;

import static dev.recap.simulator.reader.Words.wholeWords;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent makes of a customer's words: keyword rules, so that the same words get the same.
 */
final class TicketJudgement {
  private static final Map<String, Pattern> CATEGORIES = new LinkedHashMap<>();
  private static final Map<String, String> TEAMS =
      Map.of(
          "billing", "billing-team",
          "technical", "tech-support",
          "account", "account-services",
          "product", "product-success",
          "shipping", "logistics-team");
  private static final Map<String, String> TOPICS =
      Map.of(
          "billing", "charges refunds invoices",
          "technical", "errors crashes troubleshooting",
          "account", "sign in profile access",
          "product", "features plans use",
          "shipping", "delivery tracking parcels");
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

  static {
    CATEGORIES.put(
        "shipping",
        wholeWords(
            "ship\\w*|deliver\\w*|parcel\\w*|package\\w*|courier\\w*|track\\w*|arriv\\w*|address|warehouse|customs|dispatch\\w*|in transit|order \\w*"));
    CATEGORIES.put(
        "billing",
        wholeWords(
            "bill\\w*|charg\\w*|invoice\\w*|refund\\w*|pay\\w*|paid|card|subscription|price\\w*|fee|fees|discount|receipt|vat|tax\\w*|renewal|money|transaction\\w*|statement"));
    CATEGORIES.put(
        "technical",
        wholeWords(
            "error\\w*|crash\\w*|bug\\w*|fail\\w*|broken|slow\\w*|freez\\w*|timeout\\w*|api|sync\\w*|install\\w*|update\\w*|screen|app|server|connect\\w*|upload\\w*|export\\w*|loading|webhook\\w*"));
    CATEGORIES.put(
        "account",
        wholeWords(
            "account\\w*|log ?in|login|sign ?in|password\\w*|two-factor|2fa|profile\\w*|username|e?-?mail address|locked|permission\\w*|access|verif\\w*|identity|passcode|pin|seat|seats"));
    CATEGORIES.put(
        "product",
        wholeWords(
            "feature\\w*|plan|plans|upgrade\\w*|compar\\w*|recommend\\w*|suggest\\w*|how do|how can|tutorial|template\\w*|dark mode|compatib\\w*|integrat\\w*|roadmap|trial|product\\w*|warranty|size|colou?r"));
  }

  private TicketJudgement() {}

  /** The stated category, or the one whose words occur most; a subject's words count twice. */
  static String category(TicketView ticket) {
    return ticket.fact(Field.CATEGORY).filter(TEAMS::containsKey).orElseGet(() -> byWords(ticket));
  }

  private static String byWords(TicketView ticket) {
    String subject = ticket.fact(Field.SUBJECT).orElse("");
    String description = ticket.fact(Field.DESCRIPTION).orElse("");
    String best = "product";
    int most = 0;
    for (Map.Entry<String, Pattern> entry : CATEGORIES.entrySet()) {
      int found = 2 * count(entry.getValue(), subject) + count(entry.getValue(), description);
      if (found > most) {
        most = found;
        best = entry.getKey();
      }
    }
    return best;
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
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
        .orElseGet(() -> TEAMS.getOrDefault(category(ticket), "product-success"));
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
      return TOPICS.getOrDefault(category(ticket), "help");
    }
    return String.join(" ", chosen);
  }
}
