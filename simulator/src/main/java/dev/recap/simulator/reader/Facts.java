package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values of a ticket in a sentence about it. */
final class Facts {
  private static final Pattern SUBJECT =
      Pattern.compile("(?i)\\b(?:subject|titled|words|about)\\b[^⟦]{0,24}(⟦\\d+⟧)");
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(?i)\\b(?:description|gist|says|said|writes|wrote|reads)\\b[^⟦]{0,24}(⟦\\d+⟧)");
  private static final Pattern CUSTOMER =
      Pattern.compile("(?i)\\bcustomer(?: number| no\\.?)?[ :#]+(\\d{1,9})\\b");

  private Facts() {}

  static List<Statement> in(int ticket, String words, Quotes quotes) {
    List<Statement> facts = new ArrayList<>();
    Matcher category = Vocabulary.CATEGORY.matcher(words);
    if (category.find()) {
      add(facts, ticket, Field.CATEGORY, group(category));
    }
    Matcher priority = Vocabulary.PRIORITY.matcher(words);
    if (priority.find()) {
      add(facts, ticket, Field.PRIORITY, group(priority));
    }
    Matcher team = Vocabulary.TEAM.matcher(words);
    if (team.find()) {
      add(facts, ticket, Field.TEAM, team.group(1));
    }
    Matcher customer = CUSTOMER.matcher(words);
    if (customer.find()) {
      add(facts, ticket, Field.CUSTOMER, customer.group(1));
    }
    quoted(facts, ticket, Field.SUBJECT, SUBJECT.matcher(words), quotes);
    quoted(facts, ticket, Field.DESCRIPTION, DESCRIPTION.matcher(words), quotes);
    return facts;
  }

  private static void quoted(
      List<Statement> facts, int ticket, Field field, Matcher matcher, Quotes quotes) {
    if (matcher.find() && !quotes.first(matcher.group(1)).isBlank()) {
      facts.add(new Statement.Fact(ticket, field, quotes.first(matcher.group(1))));
    }
  }

  private static String group(Matcher matcher) {
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private static void add(List<Statement> facts, int ticket, Field field, String value) {
    facts.add(new Statement.Fact(ticket, field, value.toLowerCase(Locale.ROOT)));
  }
}
