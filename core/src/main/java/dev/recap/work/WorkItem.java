package dev.recap.work;

import java.util.Objects;

/**
 * A thing that tools act on, named by a key: a ticket, an order, a file.
 *
 * @param key 1 to 200 characters on one line, kept in {@link Letters one spelling}
 */
public record WorkItem(String key) implements Comparable<WorkItem> {
  private static final int MAX_KEY = 200;

  public WorkItem {
    key = Letters.AS_WRITTEN.spell(Objects.requireNonNull(key, "key"));
    if (key.isBlank() || key.length() > MAX_KEY || key.codePoints().anyMatch(WorkItem::isUnseen)) {
      throw new IllegalArgumentException(
          "a work item's key has 1 to %d characters on one line, but was '%s'"
              .formatted(MAX_KEY, key));
    }
  }

  /** Line ends, and what turns the direction of the text around it. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
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
