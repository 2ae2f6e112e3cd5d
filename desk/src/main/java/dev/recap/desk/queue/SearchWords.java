package dev.recap.desk.queue;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people type to find a ticket, as questions to the database. All words have to be there, each
 * anywhere in the id, the subject, the description, the customer's name or address.
 *
 * <p>A word is found whole, whatever its case and accents ({@code muller} finds {@code Müller}, but
 * {@code strasse} not {@code Straße}), the last one of two letters or more also as the beginning of
 * a longer one. Where signs stand in a word, as in {@code QM-1042/7}, its parts have to follow on
 * one another. Words of scripts that put no spaces between words, or endings onto them, are found
 * wherever they stand, to the letter. Signs alone are found only as a whole id.
 *
 * @param whole all of it
 * @param words each is found whole
 * @param beginning whether the last of them may be the beginning of a longer one
 * @param parts what is looked for to the letter
 */
record SearchWords(String whole, List<String> words, boolean beginning, List<String> parts) {
  /** Whose words cannot be told apart, or whose beginnings say too little. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  SearchWords {
    words = List.copyOf(words);
    parts = List.copyOf(parts);
  }

  static SearchWords of(String text) {
    List<String> whole = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    String visible = text.replaceAll("\\p{Cc}", " ").strip();
    boolean beginning = false;
    for (String word : BLANKS.splitAsStream(visible).toList()) {
      beginning = false;
      if (word.codePoints().anyMatch(SearchWords::isUnspaced)) {
        parts.add(word);
      } else if (word.codePoints().anyMatch(SearchWords::isPartOfAWord)) {
        whole.add(word);
        beginning = isLongEnough(word);
      }
    }
    return new SearchWords(text, whole, beginning, parts);
  }

  /** Whether only an id can be meant. */
  boolean isOnlySigns() {
    return words.isEmpty() && parts.isEmpty();
  }

  private static boolean isUnspaced(int codePoint) {
    return UNSPACED.contains(UnicodeScript.of(codePoint));
  }

  /** What begins with one letter is a good part of all words, which is slow and of no use. */
  private static boolean isLongEnough(String word) {
    int last = word.length();
    int letters = 0;
    while (last > 0 && isPartOfAWord(word.codePointBefore(last))) {
      last -= Character.charCount(word.codePointBefore(last));
      letters++;
    }
    return letters > 1;
  }

  /** What the tokenizer unicode61 makes words of: letters, numbers, and what has no meaning yet. */
  private static boolean isPartOfAWord(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.PRIVATE_USE -> true;
      default -> Character.isLetterOrDigit(codePoint);
    };
  }
}
