package dev.recap.words;

import java.util.regex.Pattern;

/** Foreign words made safe to state inside a line of ours. */
public final class Quote {
  private static final char ELLIPSIS = '\u2026';

  /** White space, line ends, control and format characters (bidi among them), broken surrogates. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cf}\\p{Cs}]+");

  private Quote() {}

  /**
   * One line in straight quotes: control characters become spaces, quotes inside become apostrophes
   * and angle brackets become parentheses, so that the words can neither end the line nor open a
   * tag.
   *
   * @param most characters of the foreign text that are shown
   */
  public static String of(String foreign, int most) {
    StringBuilder line = new StringBuilder("\"");
    String flat = UNSEEN.matcher(foreign).replaceAll(" ").strip();
    int end = flat.offsetByCodePoints(0, Math.min(most, flat.codePointCount(0, flat.length())));
    flat.substring(0, end).codePoints().map(Quote::harmless).forEach(line::appendCodePoint);
    if (end < flat.length()) {
      line.append(ELLIPSIS);
    }
    return line.append('"').toString();
  }

  private static int harmless(int c) {
    return switch (c) {
      case '"', '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\uff02' -> '\'';
      case '<', '\uff1c' -> '(';
      case '>', '\uff1e' -> ')';
      default -> c;
    };
  }
}
