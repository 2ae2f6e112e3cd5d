package dev.recap.lab.replay;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether a value stands in a text as a word of its own. Remembers what it was asked, because a
 * replay asks of the same texts again and again. One thread.
 */
final class Occurrences {
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();

  boolean in(String text, String value) {
    return known
        .computeIfAbsent(value, fresh -> new HashMap<>())
        .computeIfAbsent(text, fresh -> search(fresh, value));
  }

  /** Verbatim, and not as a part of a longer word or number. */
  static boolean search(String text, String value) {
    for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      int end = at + value.length();
      boolean begins = at == 0 || !joins(text.charAt(at - 1), value.charAt(0));
      boolean ends =
          end == text.length() || !joins(value.charAt(value.length() - 1), text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }
}
