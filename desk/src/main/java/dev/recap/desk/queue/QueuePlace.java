package dev.recap.desk.queue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the queue a page begins or ends; it holds whatever comes in or goes meanwhile. */
public sealed interface QueuePlace {
  /** The beginning. */
  QueuePlace START = new Start();

  /** The beginning. */
  record Start() implements QueuePlace {}

  /** What comes after a ticket. */
  record After(Key key) implements QueuePlace {}

  /** What comes before a ticket. */
  record Before(Key key) implements QueuePlace {}

  /**
   * The place of a ticket, in the order that it was shown in.
   *
   * @param rank of its priority, where that decides
   * @param createdAt as the database has it
   */
  record Key(int rank, String createdAt, int number) {
    private static final Pattern TEXT =
        Pattern.compile("(\\d{1,3})\\.(\\d{1,9})\\.([\\dT:.Z+-]{1,40})");

    /**
     * The key of a text.
     *
     * @throws IllegalArgumentException for a text that no page gave
     */
    static Key of(String text) {
      Matcher key = TEXT.matcher(text);
      if (!key.matches()) {
        throw new IllegalArgumentException(
            "the place in the queue was '%s', but one that a page gave was expected"
                .formatted(text.length() <= 60 ? text : text.substring(0, 60) + "..."));
      }
      return new Key(Integer.parseInt(key.group(1)), key.group(3), Integer.parseInt(key.group(2)));
    }

    /** For links. */
    @Override
    public String toString() {
      return rank + "." + number + "." + createdAt;
    }
  }

  /**
   * The place after that of {@link QueuePage#next()}.
   *
   * @throws IllegalArgumentException for a text that no page gave
   */
  static QueuePlace after(String next) {
    return new After(Key.of(next));
  }

  /**
   * The place before that of {@link QueuePage#before()}.
   *
   * @throws IllegalArgumentException for a text that no page gave
   */
  static QueuePlace before(String before) {
    return new Before(Key.of(before));
  }
}
