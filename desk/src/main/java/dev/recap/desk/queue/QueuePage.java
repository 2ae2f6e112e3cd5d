package dev.recap.desk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the queue.
 *
 * @param before where the page before this one ends, for {@link QueuePlace#before(String)}; null
 *     where this is the first
 * @param next where the page after this one begins, for {@link QueuePlace#after(String)}; null
 *     where this is the last
 */
public record QueuePage(
    List<QueueRow> rows, @Nullable String before, @Nullable String next, Total total) {
  public QueuePage {
    rows = List.copyOf(rows);
  }

  /**
   * How many there are on all pages.
   *
   * @param count exact up to {@link #MOST}
   * @param more whether there are more than that
   */
  public record Total(int count, boolean more) {
    /** Up to where it is counted. */
    public static final int MOST = 10_000;

    static Total of(int counted) {
      return new Total(Math.min(counted, MOST), counted > MOST);
    }
  }
}
