package dev.recap.desk.knowledge;

import dev.recap.desk.mail.CleanText;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was searched for at a desk, by the agent and by people, and which articles its drafts rest
 * on. Safe for many threads.
 */
public final class SearchLog {
  /** How much of a question is kept, in characters. */
  public static final int LONGEST_QUERY = 300;

  private final TicketStore store;
  private final InstantSource clock;

  public SearchLog(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A question that no article answered.
   *
   * @param times how often it was asked
   * @param byAgent how often of these by the agent
   * @param last when it was asked last
   */
  public record InVain(String query, int times, int byAgent, Instant last) {}

  /**
   * How an article was used.
   *
   * @param tickets for how many tickets the agent read it
   * @param last when it did so last
   */
  public record Use(String article, int tickets, Instant last) {}

  /** Puts on record what a person searched for. */
  public void asked(String by, String query, int hits) {
    store.besides(handle ->
        handle
            .createUpdate(
                "insert into article_search (at, by, query, hits) values (:at, :by, :query, :hits)")
            .bind("at", clock.instant().toString())
            .bind("by", by)
            .bind("query", CleanText.line(query, LONGEST_QUERY))
            .bind("hits", hits)
            .execute());
  }

  /**
   * Questions that found nothing, the one that was asked most first.
   *
   * @param most how many at most
   */
  public List<InVain> inVain(int most) {
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select query, count(*) as times,
                       count(*) filter (where by is null) as by_agent, max(at) as last
                from article_search where hits = 0
                group by query order by times desc, last desc limit :most\
                """)
            .bind("most", most)
            .map((row, context) ->
                new InVain(
                    row.getString("query"),
                    row.getInt("times"),
                    row.getInt("by_agent"),
                    Instant.parse(row.getString("last"))))
            .list());
  }

  /** Which articles the agent read, by their ids; what is missing was never used. */
  public Map<String, Use> uses() {
    return store
        .besides(handle ->
            handle
                .createQuery(
                    """
                    select article, count(distinct ticket) as tickets, max(at) as last
                    from evidence group by article\
                    """)
                .map((row, context) ->
                    new Use(
                        row.getString("article"),
                        row.getInt("tickets"),
                        Instant.parse(row.getString("last"))))
                .list())
        .stream()
        .collect(Collectors.toMap(Use::article, Function.identity()));
  }
}
