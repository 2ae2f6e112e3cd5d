package dev.recap.work;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A thing that tools act on, named by a key: a ticket, an order, a file.
 *
 * @param key 1 to 200 characters on one line, kept in {@link Letters one spelling}
 */
public record WorkItem(String key) implements Comparable<WorkItem> {

  /**
   * How the text that names an item or an effect is spelled, so that what means the same is the
   * same: always in Unicode's form NFC and without blanks around it, and with these letters.
   */
  public enum Letters {
    /** Capital and small letters differ. */
    AS_WRITTEN,
    /** All letters become capital ones. */
    UPPER,
    /** All letters become small ones. */
    LOWER;

    /** The one spelling of a text. */
    public String spell(String text) {
      String cased =
          switch (this) {
            case AS_WRITTEN -> text;
            case UPPER -> upper(text);
            // Letter by letter: a sigma at the end of a word is no other letter.
            case LOWER ->
                upper(text)
                    .codePoints()
                    .map(Character::toLowerCase)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
          };
      String normal = Normalizer.normalize(cased, Normalizer.Form.NFC);
      int start = 0;
      int end = normal.length();
      while (start < end && isBlank(normal.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(normal.charAt(end - 1))) {
        end--;
      }
      return normal.substring(start, end);
    }

    /** By way of small letters, of which a capital sharp s has one. */
    private static String upper(String text) {
      return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    /** Also those that do not break a line. */
    private static boolean isBlank(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
  }

  private static final int MAX_KEY = 200;

  /** Line ends, and what turns the direction of the text around it. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  public WorkItem {
    key = Letters.AS_WRITTEN.spell(Objects.requireNonNull(key, "key"));
    if (key.isBlank() || key.length() > MAX_KEY || UNSEEN.matcher(key).find()) {
      throw new IllegalArgumentException(
          "a work item's key has 1 to %d characters on one line, but was '%s'"
              .formatted(MAX_KEY, key));
    }
  }

  @Override
  public int compareTo(WorkItem other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}
