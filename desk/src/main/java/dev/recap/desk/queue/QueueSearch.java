package dev.recap.desk.queue;

import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The queue page by page, and how it stands.
 *
 * <p>A page is found by one walk over one index that has every column that is filtered by, and from
 * the ticket that the page before ended with: at 100,000 tickets the last page takes no longer than
 * the first. Safe for any number of threads.
 */
public final class QueueSearch {
  /** The most rows of a page. */
  public static final int MOST_ROWS = 500;

  private static final String COLUMNS =
      """
      number, name, subject, customer_number, customer_name, customer_email, status, owner, reason,
      lot, category, category_by, priority, priority_by, team, team_by, draft_revision, revision,
      created_at, changed_at, waiting_since\
      """;

  private final TicketStore store;

  public QueueSearch(TicketStore store) {
    this.store = store;
  }

  /**
   * A page of the queue. Where nothing is left at the place that was asked for, it is the first.
   *
   * @param size its rows at most, from 1 to {@link #MOST_ROWS}
   */
  public QueuePage page(QueueFilter filter, QueueOrder order, QueuePlace place, int size) {
    if (size < 1 || size > MOST_ROWS) {
      throw new IllegalArgumentException(
          "the size of a page was %d, but 1 to %d was expected".formatted(size, MOST_ROWS));
    }
    return store.besides(handle -> {
      QueuePage page = page(handle, new Asked(filter, order, place, size));
      boolean gone = page.rows().isEmpty() && !place.equals(QueuePlace.START);
      return gone ? page(handle, new Asked(filter, order, QueuePlace.START, size)) : page;
    });
  }

  /** How it stands with the tickets of a filter, its statuses and its times included. */
  public QueueFigures figures(QueueFilter filter, Overdue overdue) {
    return store.besides(handle -> {
      Conditions conditions = Conditions.of(filter, handle);
      return handle
          .createQuery(counting(conditions, overdue))
          .bindMap(conditions.bound())
          .map((row, context) -> {
            Map<TicketStatus, Integer> counts = new EnumMap<>(TicketStatus.class);
            for (TicketStatus status : TicketStatus.values()) {
              counts.put(status, row.getInt(status.label()));
            }
            String oldest = row.getString("oldest");
            return new QueueFigures(
                counts, oldest == null ? null : Instant.parse(oldest), row.getInt("overdue"));
          })
          .one();
    });
  }

  private static String counting(Conditions conditions, Overdue overdue) {
    var sql = new StringBuilder(conditions.beginning()).append("select ");
    for (TicketStatus status : TicketStatus.values()) {
      sql.append("count(*) filter (where status = '%1$s') as %1$s, ".formatted(status.label()));
    }
    return sql.append(
            "min(%s) filter (where %s) as oldest, count(*) filter (where %s) as overdue"
                .formatted(Conditions.SINCE, Conditions.WAITS, conditions.overdue(overdue)))
        .append(" from %s where %s".formatted(conditions.table(), conditions.sql()))
        .toString();
  }

  private record Asked(QueueFilter filter, QueueOrder order, QueuePlace place, int size) {}

  private record Found(QueueRow row, QueuePlace.Key key, int total) {}

  private static QueuePage page(Handle handle, Asked asked) {
    List<Found> found = new ArrayList<>(found(handle, asked));
    boolean more = found.size() > asked.size();
    if (more) {
      found.removeLast();
    }
    boolean backwards = asked.place() instanceof QueuePlace.Before;
    if (backwards) {
      found = found.reversed();
    }
    if (found.isEmpty()) {
      return new QueuePage(List.of(), null, null, QueuePage.Total.of(0));
    }
    var total = QueuePage.Total.of(found.getFirst().total());
    String first = found.getFirst().key().toString();
    String last = found.getLast().key().toString();
    boolean atStart = asked.place().equals(QueuePlace.START);
    @Nullable String before = (backwards ? more : !atStart) ? first : null;
    @Nullable String next = backwards || more ? last : null;
    return new QueuePage(found.stream().map(Found::row).toList(), before, next, total);
  }

  /** As many as fit, and one more where there is one, away from the place. */
  private static List<Found> found(Handle handle, Asked asked) {
    Conditions conditions = Conditions.of(asked.filter(), handle);
    String total =
        "(select count(*) from (select 1 from %s where %s limit %d) as counted)"
            .formatted(conditions.table(), conditions.sql(), QueuePage.Total.MOST + 1);
    Sorting sorting = Sorting.of(asked.order(), conditions);
    String order =
        switch (asked.place()) {
          case QueuePlace.Start start -> sorting.forwards();
          case QueuePlace.After(QueuePlace.Key key) -> {
            conditions.and(sorting.after(key));
            yield sorting.forwards();
          }
          case QueuePlace.Before(QueuePlace.Key key) -> {
            conditions.and(sorting.before(key));
            yield sorting.backwards();
          }
        };
    String sql =
        "%sselect %s, %s as rank, %s as total from %s where %s order by %s limit %d"
            .formatted(
                conditions.beginning(),
                COLUMNS,
                sorting.rank(),
                total,
                conditions.table(),
                conditions.sql(),
                order,
                asked.size() + 1);
    return handle
        .createQuery(sql)
        .bindMap(conditions.bound())
        .map((row, context) ->
            new Found(
                QueueRows.row(row),
                new QueuePlace.Key(
                    row.getInt("rank"), row.getString("created_at"), row.getInt("number")),
                row.getInt("total")))
        .list();
  }
}
