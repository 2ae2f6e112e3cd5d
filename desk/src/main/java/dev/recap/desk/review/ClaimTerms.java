package dev.recap.desk.review;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What two sentences are compared by: four characters in a row of each word, so that endings matter
 * little, and two where words are not set apart by spaces.
 */
final class ClaimTerms {
  private static final int LENGTH = 4;
  private static final int DENSE_LENGTH = 2;
  private static final String EDGE = "_";

  private ClaimTerms() {}

  static Set<String> of(String sentence) {
    FactText text = FactText.of(sentence.toLowerCase(Locale.ROOT));
    Set<String> terms = new HashSet<>();
    for (int i = 0; i < text.length(); ) {
      int start = i;
      boolean isDense = FactText.isDense(text.at(start));
      while (isInWord(text.at(i)) && FactText.isDense(text.at(i)) == isDense) {
        i++;
      }
      if (i > start) {
        String word = text.part(start, i);
        addParts(isDense ? word : EDGE + word + EDGE, isDense ? DENSE_LENGTH : LENGTH, terms);
      } else {
        i++;
      }
    }
    return terms;
  }

  private static boolean isInWord(char c) {
    return FactText.isDigit(c) || FactText.isLetter(c) || Character.isSurrogate(c);
  }

  private static void addParts(String word, int length, Set<String> terms) {
    if (word.length() <= length) {
      terms.add(word);
    }
    for (int i = 0; i + length <= word.length(); i++) {
      terms.add(word.substring(i, i + length));
    }
  }
}
