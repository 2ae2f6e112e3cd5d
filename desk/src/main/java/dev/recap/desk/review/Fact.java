package dev.recap.desk.review;

import java.util.HashSet;
import java.util.Set;

/**
 * Something in a text that can be right or wrong to the letter: a number, a date, an address.
 *
 * <p>What is written in one of several notations has a key for each way it can be read ({@code
 * 1.299} is 1299 or 1.299). It stands in the sources if one of its readings is vouched for there.
 *
 * @param start where it begins in the folded text, and after scanning in the text itself
 * @param readings keys for what it can mean
 * @param vouches keys of all that it gives ground for where it stands in a source: a date does for
 *     its year
 */
record Fact(Finding.Kind kind, int start, int end, Set<String> readings, Set<String> vouches) {

  Fact {
    readings = Set.copyOf(readings);
    vouches = Set.copyOf(vouches);
  }

  /** One that vouches for all its readings and something besides. */
  static Fact of(Finding.Kind kind, int start, int end, Set<String> readings, Set<String> besides) {
    return new Fact(kind, start, end, readings, readings).vouchingAlso(besides);
  }

  Fact vouchingAlso(Set<String> keys) {
    Set<String> all = new HashSet<>(vouches);
    all.addAll(keys);
    return new Fact(kind, start, end, readings, all);
  }

  /** The key of a whole or decimal number, however it is spelled. */
  static String number(String value) {
    return "number:" + value;
  }

  /** A key for each run of digits in a text. */
  static Set<String> numbersIn(String text) {
    Set<String> keys = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !FactText.isDigit(text.charAt(i))) {
        if (i > start) {
          keys.add(number(FactNumbers.withoutLeadingZeros(text.substring(start, i))));
        }
        start = i + 1;
      }
    }
    return keys;
  }
}
