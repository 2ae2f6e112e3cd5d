package dev.recap.words;

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

  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte SPACE = 3;

  /** Of ASCII, looked up: a view is estimated again and again. */
  private static final byte[] KINDS = new byte[128];

  static {
    for (char c = 0; c < KINDS.length; c++) {
      KINDS[c] = kindOf(c);
    }
  }

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
      char first = text.charAt(at);
      int kind = kind(first);
      int from = at++;
      while (kind != OTHER && at < text.length() && kind(text.charAt(at)) == kind) {
        at++;
      }
      tokens +=
          switch (kind) {
            case LETTER -> Math.ceilDiv(at - from, first < KINDS.length ? LETTERS_PER_TOKEN : 1);
            case DIGIT -> Math.ceilDiv(at - from, DIGITS_PER_TOKEN);
            case SPACE -> (at - from) / SPACES_PER_TOKEN;
            default -> 1;
          };
    }
    return tokens;
  }

  private static int kind(char c) {
    return c < KINDS.length ? KINDS[c] : kindOf(c);
  }

  private static byte kindOf(char c) {
    if (c == ' ') {
      return SPACE;
    }
    if (Character.isLetter(c)) {
      return LETTER;
    }
    return Character.isDigit(c) ? DIGIT : OTHER;
  }
}
