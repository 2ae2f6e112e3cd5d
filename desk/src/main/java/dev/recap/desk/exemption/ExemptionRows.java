package dev.recap.desk.exemption;

import dev.recap.desk.exemption.Exemption.Removed;
import dev.recap.desk.exemption.Exemption.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the rows of exemptions, in somebody's transaction. */
final class ExemptionRows {
  private ExemptionRows() {}

  static List<Exemption> all(Handle handle) {
    return handle
        .createQuery(
            "select * from exemption order by removed_at is not null, category, priority, id")
        .map((row, context) -> exemption(row))
        .list();
  }

  static Optional<Exemption> find(Handle handle, long id) {
    return handle
        .createQuery("select * from exemption where id = :id")
        .bind("id", id)
        .map((row, context) -> exemption(row))
        .findOne();
  }

  /** The one that is in force for a category and priority. */
  static Optional<Exemption> inForce(
      Handle handle, @Nullable String category, @Nullable String priority) {
    return handle
        .createQuery(
            """
            select * from exemption
            where category = :category and priority = :priority and removed_at is null\
            """)
        .bind("category", category)
        .bind("priority", priority)
        .map((row, context) -> exemption(row))
        .findOne();
  }

  /** What the switch was set to last; empty where nobody has touched it. */
  static Optional<Switched> switched(Handle handle) {
    return handle
        .createQuery("select * from exemption_switch order by seq desc limit 1")
        .map((row, context) ->
            new Switched(
                row.getBoolean("stopped"), row.getString("by"), Instant.parse(row.getString("at"))))
        .findOne();
  }

  /** How many of a category and priority came to a verdict on a day, whichever exemption it was. */
  static int count(Handle handle, String day, Terms terms, Verdict verdict) {
    return handle
        .createQuery(
            """
            select count(*) from hand_in
            where day = :day and category = :category and priority = :priority
              and verdict = :verdict\
            """)
        .bind("day", day)
        .bind("category", terms.category())
        .bind("priority", terms.priority())
        .bind("verdict", verdict.label())
        .mapTo(Integer.class)
        .one();
  }

  private static Exemption exemption(ResultSet row) throws SQLException {
    String removedBy = row.getString("removed_by");
    return new Exemption(
        row.getLong("id"),
        new Terms(
            row.getString("category"),
            row.getString("priority"),
            row.getInt("daily_cap"),
            row.getInt("reviewed_percent")),
        row.getString("by"),
        Instant.parse(row.getString("at")),
        removedBy == null
            ? null
            : new Removed(removedBy, Instant.parse(row.getString("removed_at"))));
  }
}
