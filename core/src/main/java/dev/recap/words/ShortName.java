package dev.recap.words;

/** The name of a work item, cut in the middle when it is so long that it would fill its line. */
public final class ShortName {
  private static final String GAP = "\u2026";

  /** Enough for any UUID. */
  static final int MAX_TOKENS = 36;

  private ShortName() {}

  /** In at most {@link #MAX_TOKENS} estimated tokens. */
  public static String of(String name) {
    return of(name, MAX_TOKENS);
  }

  /**
   * The name, or its beginning and its end with an ellipsis between them.
   *
   * @param most estimated tokens; at least 3
   */
  public static String of(String name, int most) {
    int[] signs = name.codePoints().toArray();
    String shown = name;
    for (int kept = signs.length - 1; kept > 1 && TokenEstimate.of(shown) > most; kept--) {
      int front = kept - kept / 2;
      shown =
          new String(signs, 0, front) + GAP + new String(signs, signs.length - kept / 2, kept / 2);
    }
    return shown;
  }
}
