package dev.recap.desk.exemption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead's word that drafts of one category and priority go out without a person's look.
 *
 * @param terms what of it may go out
 * @param by the lead
 * @param removed when and by whom it ended; null while it is in force
 */
public record Exemption(long id, Terms terms, String by, Instant at, @Nullable Removed removed) {
  /** The end of one. */
  public record Removed(String by, Instant at) {}

  /**
   * What may go out.
   *
   * @param dailyCap drafts a day, 1 to 1,000; a day is one of UTC
   * @param reviewedPercent how many of a hundred drafts a person looks at all the same, 0 to 100
   */
  public record Terms(String category, String priority, int dailyCap, int reviewedPercent) {
    /** The largest cap. */
    public static final int MOST_A_DAY = 1_000;

    public Terms {
      if (dailyCap < 1 || dailyCap > MOST_A_DAY) {
        throw new IllegalArgumentException(
            "the daily cap is %d, but 1 to %,d was expected".formatted(dailyCap, MOST_A_DAY));
      }
      if (reviewedPercent < 0 || reviewedPercent > 100) {
        throw new IllegalArgumentException(
            "the reviewed share is %d percent, but 0 to 100 was expected"
                .formatted(reviewedPercent));
      }
    }
  }

  /** In whose name it lets a draft out, as it stands on record. */
  String signature() {
    return "exemption of " + by;
  }
}
