package dev.recap.work;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How the text that names an item or an effect is spelled, so that what means the same is the same:
 * always in Unicode's form NFC and without blanks around it, and with these letters.
 */
public enum Letters {
  /** Capital and small letters differ. */
  AS_WRITTEN,
  /** All letters become capital ones. */
  UPPER,
  /** All letters become small ones. */
  LOWER;

  /** The one spelling of a text. */
  public String spell(String text) {
    String cased =
        switch (this) {
          case AS_WRITTEN -> text;
          case UPPER -> upper(text);
          case LOWER -> lower(upper(text));
        };
    String normal = Normalizer.normalize(cased, Normalizer.Form.NFC);
    int start = 0;
    int end = normal.length();
    while (start < end && isBlank(normal.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(normal.charAt(end - 1))) {
      end--;
    }
    return normal.substring(start, end);
  }

  /** By way of small letters, of which a capital sharp s has one. */
  private static String upper(String text) {
    return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
  }

  /** Letter by letter: a sigma at the end of a word is no other letter. */
  private static String lower(String text) {
    var small = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
    return small.toString();
  }

  /** Also those that do not break a line. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
