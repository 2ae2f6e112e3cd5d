package dev.recap.simulator.reader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of tickets and the values of their fields among words. */
public final class Values {
  private static final Pattern CATEGORY = whole(Vocabulary.CATEGORIES);
  private static final Pattern PRIORITY = whole(Vocabulary.PRIORITIES);

  private Values() {}

  /** The tickets named, in order. */
  public static List<Integer> tickets(String words) {
    return Vocabulary.TICKET
        .matcher(words)
        .results()
        .map(name -> Integer.valueOf(name.group(1)))
        .distinct()
        .toList();
  }

  /** The first category named, empty if none is. */
  public static String category(String words) {
    return first(CATEGORY, words);
  }

  /** The first priority named, empty if none is. */
  public static String priority(String words) {
    return first(PRIORITY, words);
  }

  /** The first team named, empty if none is. */
  public static String team(String words) {
    return first(Vocabulary.TEAM, words);
  }

  private static String first(Pattern pattern, String words) {
    Matcher found = pattern.matcher(words);
    return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static Pattern whole(String alternatives) {
    return Vocabulary.words("\\b(" + alternatives + ")\\b(?!-)");
  }
}
