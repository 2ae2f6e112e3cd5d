package dev.recap.desk.review;

import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people thought of the agent's drafts, counted.
 *
 * @param of what is counted apart: a category or a version of the guidance; null for what has none
 * @param approved went out as they were
 * @param edited went out as a person changed them
 * @param kept which share of the edited drafts' words stayed on average, 0 to 1; null without any
 * @param sentBack were worked again
 * @param takenOver were answered by a person
 * @param openedAgain of the approved and edited: the customer wrote again within seven days
 */
public record Verdicts(
    @Nullable String of,
    int approved,
    int edited,
    @Nullable Double kept,
    int sentBack,
    int takenOver,
    int openedAgain) {

  /** What they are counted by. */
  public enum By {
    CATEGORY,
    GUIDANCE
  }

  /** Those since a point in time, without undone ones and exemptions, the most frequent first. */
  public static List<Verdicts> since(Instant from, By by, TicketStore store) {
    String column = by == By.CATEGORY ? "category" : "guidance";
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select %s as counted_by,
                       count(*) filter (where kind = 'approved') as approved,
                       count(*) filter (where kind = 'edited') as edited,
                       avg(kept) filter (where kind = 'edited') as kept,
                       count(*) filter (where kind = 'sent_back') as sent_back,
                       count(*) filter (where kind = 'taken_over') as taken_over,
                       count(*) filter (where kind in ('approved', 'edited') and exists (
                         select * from change
                         where change.ticket = decision.ticket and what = 'opened again'
                           and change.at > decision.at
                           and julianday(change.at) <= julianday(decision.at) + 7)) as again
                from decision where undone_by is null and exemption is null and at >= :from
                group by 1 order by count(*) desc, 1\
                """
                    .formatted(column))
            .bind("from", from.toString())
            .map((row, context) -> {
              double kept = row.getDouble("kept");
              boolean none = row.wasNull();
              return new Verdicts(
                  row.getString("counted_by"),
                  row.getInt("approved"),
                  row.getInt("edited"),
                  none ? null : kept,
                  row.getInt("sent_back"),
                  row.getInt("taken_over"),
                  row.getInt("again"));
            })
            .list());
  }
}
