package dev.recap.web.today;

import dev.recap.desk.queue.QueueFigures;
import dev.recap.desk.review.Verdicts;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the desk stands.
 *
 * @param hasArticles whether the agent has anything to rest a draft on
 * @param figures of all tickets
 * @param oldest how long the customer has waited who waits longest; null where none does
 * @param exempted what went out today, a day of UTC, without a person's look
 * @param verdicts by category, of the last 30 days
 * @param byGuidance by version of the guidance
 * @param shifts the newest, with what they spent
 */
public record TodayView(
    boolean hasArticles,
    QueueFigures figures,
    @Nullable Duration oldest,
    int exempted,
    List<Verdicts> verdicts,
    List<Verdicts> byGuidance,
    List<Spending> shifts) {

  /** How many tickets of a status. */
  public int count(TicketStatus status) {
    return figures.count(status);
  }

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
