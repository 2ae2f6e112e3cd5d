package dev.recap.simulator.named;

import dev.recap.simulator.wire.Exchange;

/** Calls and what they got, in one line each. */
final class Lines {
  private static final int LONGEST_INPUT = 120;
  private static final int LONGEST_RESULT = 200;

  private Lines() {}

  /** Such as {@code track_parcel {"parcel":"P-1"} returned "on its way"}. */
  static String made(Exchange one) {
    return words(one, "\"");
  }

  /** The same without quotation marks around what others wrote. */
  static String unquoted(Exchange one) {
    return words(one, "");
  }

  private static String words(Exchange one, String quote) {
    return one.call().name()
        + " "
        + cut(one.call().input().toString(), LONGEST_INPUT)
        + (one.result().error() ? " failed: " : " returned ")
        + quote
        + cut(told(one.result().text()), LONGEST_RESULT)
        + quote;
  }

  /** In one line, with nothing in it that would end a quotation. */
  private static String told(String result) {
    return result.replaceAll("[\"“”]", "'").replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest).strip() + " …";
  }
}
