package dev.recap.context;

/** Foreign words made safe to state inside a line of ours. */
public final class Quote {
  private static final char ELLIPSIS = '\u2026';

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
    String flat = foreign.strip().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ");
    int end = flat.offsetByCodePoints(0, Math.min(most, flat.codePointCount(0, flat.length())));
    flat.substring(0, end).codePoints().map(Quote::harmless).forEach(line::appendCodePoint);
    if (end < flat.length()) {
      line.append(ELLIPSIS);
    }
    return line.append('"').toString();
  }

  private static int harmless(int c) {
    return switch (c) {
      case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '\'';
      case '<' -> '(';
      case '>' -> ')';
      default -> Character.getType(c) == Character.FORMAT ? ' ' : c;
    };
  }
}
