package dev.recap.desk.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as an export tells it.
 *
 * @param decidedBy who last decided about its draft; null for nobody
 * @param evidence what the agent read for it, each version of an article once
 */
record ExportRow(
    int number,
    String id,
    @Nullable String category,
    @Nullable String priority,
    @Nullable String team,
    @Nullable String draft,
    String status,
    @Nullable String decidedBy,
    List<Read> evidence) {

  /** A version of an article. */
  record Read(String article, int version) {
    @Override
    public String toString() {
      return article + "@" + version;
    }
  }

  /** The numbers of the tickets of a filter, in the order of arrival. */
  static List<Integer> numbers(Handle handle, QueueFilter filter) {
    Conditions conditions = Conditions.of(filter, handle);
    return handle
        .createQuery(
            "%sselect number from ticket where %s order by number"
                .formatted(conditions.beginning(), conditions.sql()))
        .bindMap(conditions.bound())
        .mapTo(Integer.class)
        .list();
  }

  /** The tickets with these numbers, in the order of arrival. */
  static List<ExportRow> read(Handle handle, List<Integer> numbers) {
    Map<Integer, List<Read>> evidence = new HashMap<>();
    List<ExportRow> rows =
        handle
            .createQuery(
                """
                select number, name, category, priority, team, draft, status,
                       (select by from decision where decision.ticket = ticket.number
                        and undone_at is null order by decision.id desc limit 1) as decided_by
                from ticket where number in (<numbers>)
                order by number\
                """)
            .bindList("numbers", numbers)
            .map((row, context) -> row(row, evidence))
            .list();
    if (!rows.isEmpty()) {
      addEvidence(handle, rows.getFirst().number(), rows.getLast().number(), evidence);
    }
    return rows;
  }

  private static ExportRow row(ResultSet row, Map<Integer, List<Read>> evidence)
      throws SQLException {
    int number = row.getInt("number");
    return new ExportRow(
        number,
        row.getString("name"),
        row.getString("category"),
        row.getString("priority"),
        row.getString("team"),
        row.getString("draft"),
        row.getString("status"),
        row.getString("decided_by"),
        evidence.computeIfAbsent(number, any -> new ArrayList<>()));
  }

  private static void addEvidence(
      Handle handle, int first, int last, Map<Integer, List<Read>> evidence) {
    handle
        .createQuery(
            """
            select ticket, article, version from evidence where ticket between :first and :last
            group by ticket, article, version order by ticket, min(id)\
            """)
        .bind("first", first)
        .bind("last", last)
        .map((row, context) -> {
          List<Read> read = evidence.get(row.getInt("ticket"));
          return read != null
              && read.add(new Read(row.getString("article"), row.getInt("version")));
        })
        .list();
  }
}
