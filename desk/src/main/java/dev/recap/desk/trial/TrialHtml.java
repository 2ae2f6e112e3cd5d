package dev.recap.desk.trial;

/** What others wrote, made safe for the page. */
final class TrialHtml {
  private TrialHtml() {}

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
        .replace("{", "&#123;");
  }
}
