package dev.recap.recall;

/**
 * What is looked for. At least one of the two is not blank.
 *
 * @param item a work item's key, or any other key; empty for none
 * @param words in any order; {@code turn 12} among them asks for one turn; empty for none
 */
public record RecallQuery(String item, String words) {
  private static final int MAX_LENGTH = 400;

  public RecallQuery {
    item = clipped(item.strip());
    words = clipped(words.strip());
    if (item.isEmpty() && words.isEmpty()) {
      throw new IllegalArgumentException("a query needs an item's key, or words, or both");
    }
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
