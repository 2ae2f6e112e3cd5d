package dev.recap.words;

import java.util.function.IntPredicate;

/**
 * Tokens of a text without a tokenizer: one for every six letters of a word, every three digits,
 * and every other sign but a space; many spaces in a row are not for nothing.
 *
 * <p>Good to about a sixth on English and JSON; the view scales it by what the provider reports.
 * Characters divided by four undercounts recorded tool traffic by a factor of 1.6.
 */
public final class TokenEstimate {
  private static final int LETTERS_PER_TOKEN = 6;
  private static final int DIGITS_PER_TOKEN = 3;
  private static final int SPACES_PER_TOKEN = 16;

  /** What a message, call or result costs besides its text. */
  public static final int BLOCK_OVERHEAD = 6;

  /** Recorded Claude runs have about this many tokens for one of these. */
  public static final double USUAL_SCALE = 1.15;

  private TokenEstimate() {}

  /** A text with what it costs besides as a block of its own. */
  public static int ofBlock(String text) {
    return of(text) + BLOCK_OVERHEAD;
  }

  /** An estimate of 0 or more. */
  public static int of(String text) {
    int tokens = 0;
    int at = 0;
    while (at < text.length()) {
      int from = at;
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        at = end(text, at, Character::isLetter);
        tokens += Math.ceilDiv(at - from, c < 128 ? LETTERS_PER_TOKEN : 1);
      } else if (Character.isDigit(c)) {
        at = end(text, at, Character::isDigit);
        tokens += Math.ceilDiv(at - from, DIGITS_PER_TOKEN);
      } else if (c == ' ') {
        at = end(text, at, space -> space == ' ');
        tokens += (at - from) / SPACES_PER_TOKEN;
      } else {
        at++;
        tokens++;
      }
    }
    return tokens;
  }

  private static int end(String text, int from, IntPredicate same) {
    int at = from;
    while (at < text.length() && same.test(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
