package dev.recap.recall;

/**
 * What is looked for; with neither, the closed items.
 *
 * @param item a work item's key, or any other key; empty for none
 * @param words in any order; {@code turn 12} among them asks for one turn, and {@code page 2} alone
 *     for more of the closed items; empty for none
 */
public record RecallQuery(String item, String words) {
  private static final int MAX_LENGTH = 400;

  public RecallQuery {
    item = clipped(item.strip());
    words = clipped(words.strip());
  }

  /** By key alone. */
  public static RecallQuery item(String key) {
    return new RecallQuery(key, "");
  }

  /** By words alone. */
  public static RecallQuery words(String words) {
    return new RecallQuery("", words);
  }

  private static String clipped(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
