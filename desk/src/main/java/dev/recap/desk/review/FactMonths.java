package dev.recap.desk.review;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of the months, from the JDK's tables. */
final class FactMonths {
  static final int LONGEST_NAME = 20;
  private static final int LONG_NAME = 4;

  /**
   * Whose names are known. All 246 of the JDK would take seconds to load, and among the others are
   * abbreviations that are everyday words elsewhere.
   */
  static final List<Locale> LANGUAGES =
      List.of(
              "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
              "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl",
              "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh")
          .stream()
          .map(Locale::of)
          .toList();

  private static final Map<String, Set<Integer>> EXACT = new HashMap<>();
  private static final Map<String, Set<Integer>> LOWER = new HashMap<>();

  static {
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = FactText.of(month.getDisplayName(style, language)).toString();
          name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
          add(EXACT, name, month);
          add(LOWER, name.toLowerCase(Locale.ROOT), month);
        }
      }
    }
  }

  private FactMonths() {}

  private static void add(Map<String, Set<Integer>> names, String name, Month month) {
    names.computeIfAbsent(name, any -> new HashSet<>()).add(month.getValue());
  }

  /**
   * Which months a word names; in two languages it may name two.
   *
   * @param certain whether something else tells of a date; without it a short word in small letters
   *     is taken for what it mostly is, as in {@code 3 set} or {@code 30 des}
   */
  static Set<Integer> of(String word, boolean certain) {
    if (word.isEmpty()) {
      return Set.of();
    }
    if (word.length() >= LONG_NAME || certain) {
      return LOWER.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of());
    }
    return Character.isLowerCase(word.charAt(0)) ? Set.of() : EXACT.getOrDefault(word, Set.of());
  }
}
