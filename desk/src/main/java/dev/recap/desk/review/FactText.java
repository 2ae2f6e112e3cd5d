package dev.recap.desk.review;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A text in one spelling of digits, spaces, dashes and wide letters, with the way back to where
 * each character came from. Invisible characters (joiners, direction marks) are gone, so that they
 * hide nothing.
 */
final class FactText {
  private static final char NONE = '\0';
  private static final char LONG_VOWEL = 'ー';

  private final StringBuilder folded;
  private final int[] origins;

  private FactText(StringBuilder folded, int[] origins) {
    this.folded = folded;
    this.origins = origins;
  }

  static FactText of(String text) {
    var folded = new StringBuilder(text.length());
    int[] origins = new int[text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int before = folded.length();
      if (!isInvisible(point)) {
        folded.appendCodePoint(fold(point));
        Arrays.fill(origins, before, folded.length(), i);
      }
      i += Character.charCount(point);
    }
    origins[folded.length()] = text.length();
    return new FactText(folded, origins);
  }

  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT || (point >= 0xFE00 && point <= 0xFE0F);
  }

  private static int fold(int point) {
    if (point < 0x80) {
      return point == '\t' ? ' ' : point;
    }
    if (Character.isDigit(point)) {
      return '0' + Character.digit(point, 10);
    }
    return switch (point) {
      case 0x2212 -> '-';
      case 0x2018, 0x2019, 0x02BC, 0x066C -> '\'';
      case 0x066A -> '%';
      case 0x066B -> '.';
      default ->
          switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> isStyled(point) ? plain(point) : point;
          };
    };
  }

  /** Full and half width, and the letters of mathematics, which look like others. */
  private static boolean isStyled(int point) {
    return (point >= 0xFF00 && point <= 0xFFEF) || (point >= 0x1D400 && point <= 0x1D7FF);
  }

  private static int plain(int point) {
    String plain = Normalizer.normalize(Character.toString(point), Form.NFKC);
    return plain.codePointCount(0, plain.length()) == 1 ? plain.codePointAt(0) : point;
  }

  int length() {
    return folded.length();
  }

  /** The character at a place, or one that is in no text where there is none. */
  char at(int index) {
    return index < 0 || index >= folded.length() ? NONE : folded.charAt(index);
  }

  boolean has(String part, int index) {
    return index + part.length() <= folded.length()
        && folded.substring(index, index + part.length()).equals(part);
  }

  String part(int start, int end) {
    return folded.substring(start, end);
  }

  /** Behind the run of digits that begins here. */
  int behindDigits(int index) {
    int end = index;
    while (isDigit(at(end))) {
      end++;
    }
    return end;
  }

  /** Behind the run of letters and their marks that begins here, at most {@code most} of them. */
  int behindLetters(int index, int most) {
    int end = index;
    while (end - index < most && isLetter(at(end))) {
      end++;
    }
    return end;
  }

  /** Behind one space, if there is one. */
  int behindSpace(int index) {
    return at(index) == ' ' ? index + 1 : index;
  }

  /** Where a character of this text begins in the text it was made from. */
  int origin(int index) {
    return origins[index];
  }

  /** Behind the last of the characters before {@code end}, in the text this was made from. */
  int originBehind(int end, String text) {
    int last = origins[end - 1];
    return last + Character.charCount(text.codePointAt(last));
  }

  @Override
  public String toString() {
    return folded.toString();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** A letter of an alphabet in which words, and the names of orders, stand by themselves. */
  static boolean isAlphabetic(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return switch (UnicodeScript.of(c)) {
      case LATIN, GREEK, CYRILLIC -> Character.isLetter(c);
      default -> false;
    };
  }

  /** A letter of a script in which words are not set apart by spaces, or not from their endings. */
  static boolean isDense(char c) {
    return c >= 0xE00 && (c == LONG_VOWEL || isInDenseScript(c));
  }

  private static boolean isInDenseScript(char c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
