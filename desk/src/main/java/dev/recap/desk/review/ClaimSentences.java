package dev.recap.desk.review;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text in sentences, none longer than its line. A point behind a number or a single letter
 * ends none, as in {@code 29. November} and {@code z. B.}; what has neither letter nor digit is
 * left out.
 */
final class ClaimSentences {
  /** Ends of sentences in Arabic, Urdu and Hindi at which the JDK does not break. */
  private static final String UNKNOWN_TO_JDK = "؟۔।॥";

  /** A sentence without the spaces around it. */
  record Sentence(int start, int end) {}

  private ClaimSentences() {}

  static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      boolean isLine = end == text.length() || "\n\r".indexOf(text.charAt(end)) >= 0;
      if (isLine || (end > start && UNKNOWN_TO_JDK.indexOf(text.charAt(end - 1)) >= 0)) {
        cut(breaks, text, start, end, sentences);
        start = isLine ? end + 1 : end;
      }
    }
    return sentences;
  }

  private static void cut(
      BreakIterator breaks, String text, int start, int end, List<Sentence> sentences) {
    breaks.setText(text.substring(start, end));
    int from = start;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      int to = start + at;
      if (to == end || !isAbbreviated(text, from, to)) {
        add(text, from, to, sentences);
        from = to;
      }
    }
  }

  private static boolean isAbbreviated(String text, int from, int to) {
    int last = to - 1;
    while (last > from && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    if (text.charAt(last) != '.' || last == from) {
      return false;
    }
    char before = text.charAt(last - 1);
    boolean isSingle =
        Character.isLetter(before)
            && (last - 2 < from || !Character.isLetterOrDigit(text.charAt(last - 2)));
    return Character.isDigit(before) || isSingle;
  }

  private static void add(String text, int from, int to, List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
      sentences.add(new Sentence(start, end));
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
