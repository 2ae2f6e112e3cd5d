package dev.recap.cli;

/** Foreign text made safe for a terminal. */
final class Plain {
  private Plain() {}

  /** Without control characters, which could move the cursor or change the window's title. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
  }
}
