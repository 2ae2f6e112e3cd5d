package dev.recap.cli;

/** Foreign text made safe for a terminal. */
final class Plain {
  private Plain() {}

  /**
   * Without control characters, which could move the cursor or change the window's title, and
   * without those that turn the direction of what follows.
   */
  static String of(String text) {
    return text.replaceAll(
        "[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\t]]", "?");
  }
}
