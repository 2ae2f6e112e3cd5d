package dev.recap.desk.mail;

/** Text from outside as it may stand in the database and on a page. */
public final class CleanText {
  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /**
   * Without control characters but tabs and line ends, which are all {@code \n}, without half
   * surrogate pairs, and without blank space around it.
   */
  public static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u2028', '\n')
        .replace('\u2029', '\n')
        .codePoints()
        .forEach(c -> {
          if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            clean.appendCodePoint(REPLACEMENT);
          } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString().strip();
  }

  /** The same on one line, at most so long. */
  public static String line(String text, int mostCharacters) {
    return cut(of(text).replaceAll("\\s+", " "), mostCharacters);
  }

  /** The first characters, never half of a surrogate pair. */
  public static String cut(String text, int mostCharacters) {
    if (text.length() <= mostCharacters) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(mostCharacters - 1));
    return text.substring(0, mostCharacters - (splitsPair ? 1 : 0));
  }
}
