package dev.recap.lab.report;

/** What others wrote, made safe for the page. */
final class HtmlText {
  private static final int SHORT = 60;

  private HtmlText() {}

  /**
   * Text that is neither markup nor a place of the template, cannot turn the direction of what
   * stands around it, and can be written as UTF-8.
   */
  static String escape(String text) {
    return text.replaceAll(
            "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]",
            "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{{", "{\u200b{");
  }

  /** The same of a text that has to fit into a cell. */
  static String brief(String text) {
    return escape(shortened(text, SHORT));
  }

  /** At most so many characters, never half of a pair; what is missing is counted. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return "%s... (%,d characters)".formatted(text.substring(0, end), text.length());
  }
}
