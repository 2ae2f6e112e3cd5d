package dev.recap.simulator.named;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds values in a user's words. */
final class SpokenValues {
  /** Such as P-1, INV-2026-7 or A17: capitals and a digit. */
  private static final String ID =
      "\\b(?=[\\p{Lu}\\p{N}_/-]*\\d)\\p{Lu}[\\p{Lu}\\p{N}]*(?:[-_/][\\p{Lu}\\p{N}]+)*\\b";

  private static final String QUOTE = "\"([^\"\\n]{1,300})\"|'([^'\\n]{1,300})'";
  private static final String WORD = "(?:" + QUOTE + "|([\\p{L}\\p{N}][\\p{L}\\p{N}._/@-]*))";

  /** Without a colon between only what can hardly be another word of the sentence. */
  private static final String STRIKING = "(?:" + QUOTE + "|([\\p{Lu}\\p{N}][\\p{L}\\p{N}._/@-]*))";

  private static final Pattern QUOTED = Pattern.compile(QUOTE);
  private static final Pattern IDS = Pattern.compile(ID);
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_./-])-?\\d{1,15}(?:\\.\\d{1,6})?(?![\\p{L}\\p{N}_/-]|\\.\\d)");

  private SpokenValues() {}

  /** The texts in quotation marks; where there are none, the ids; each once, in order. */
  static List<String> texts(String words) {
    List<String> quoted =
        QUOTED
            .matcher(words)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .distinct()
            .toList();
    return quoted.isEmpty() ? ids(words) : quoted;
  }

  static List<String> ids(String words) {
    return IDS.matcher(words).results().map(MatchResult::group).distinct().toList();
  }

  /** The numbers that are no part of an id. */
  static List<String> numbers(String words) {
    return NUMBER.matcher(words).results().map(MatchResult::group).distinct().toList();
  }

  /** What follows a parameter's name, such as {@code city: Paris} or {@code days 3}. */
  static String named(String words, String parameter) {
    String name = Pattern.quote(parameter) + "|" + Pattern.quote(parameter.replace('_', ' '));
    Pattern said =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?:"
                + name
                + ")(?![\\p{L}\\p{N}_])\\s{0,3}(?:(?:[:=]|\\bis\\b)\\s{0,3}"
                + WORD
                + "|"
                + STRIKING
                + ")");
    return said.matcher(words)
        .results()
        .map(SpokenValues::first)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether a value stands in the words by itself. */
  static boolean stands(String words, String value) {
    return Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}_-])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}_-])")
        .matcher(words)
        .find();
  }

  private static String first(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group).replaceAll("[.]+$", "");
      }
    }
    return "";
  }
}
