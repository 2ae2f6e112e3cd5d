package dev.recap.web.today;

import dev.recap.desk.review.Verdicts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the desk stands.
 *
 * @param hasArticles whether the agent has anything to rest a draft on
 * @param waiting for the agent
 * @param oldest how long the one that waits longest has waited; null where none does
 * @param inReview drafts that wait for a person
 * @param needsPerson of these, what the agent could not answer
 * @param exempted what went out today, a day of UTC, without a person's look
 * @param verdicts by category, of the last 30 days
 * @param byGuidance by version of the guidance
 * @param shifts the newest, with what they spent
 */
public record TodayView(
    boolean hasArticles,
    int waiting,
    @Nullable Duration oldest,
    int withAgent,
    int inReview,
    int needsPerson,
    int answered,
    int exempted,
    List<Verdicts> verdicts,
    List<Verdicts> byGuidance,
    List<Spending> shifts) {

  /**
   * What a shift came to.
   *
   * @param budget null for no limit
   * @param withoutCompaction an estimate; null where too little is known
   */
  public record Spending(
      String id,
      String model,
      boolean simulated,
      int worked,
      double dollars,
      @Nullable Double budget,
      @Nullable Double withoutCompaction) {

    /** Dollars for one ticket; null before the first. */
    public @Nullable Double each() {
      return worked == 0 ? null : dollars / worked;
    }
  }
}
