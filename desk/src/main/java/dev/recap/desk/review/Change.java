package dev.recap.desk.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person, or mail, changed: a row that is never changed itself.
 *
 * @param what the field or the deed, such as "category" or "opened again"
 * @param before null for nothing
 * @param after null for nothing
 */
public record Change(
    long seq, Instant at, String by, String what, @Nullable String before, @Nullable String after) {

  /** Puts one on record, in the transaction of the change itself. */
  public static void write(Handle handle, int ticket, Change change) {
    handle
        .createUpdate(
            """
            insert into change (ticket, at, by, what, before, after)
            values (:ticket, :at, :by, :what, :before, :after)\
            """)
        .bind("ticket", ticket)
        .bind("at", change.at().toString())
        .bind("by", change.by())
        .bind("what", change.what())
        .bind("before", change.before())
        .bind("after", change.after())
        .execute();
  }

  /** One that is not on record yet. */
  public static Change of(
      Instant at, String by, String what, @Nullable String before, @Nullable String after) {
    return new Change(0, at, by, what, before, after);
  }

  /** Those of a ticket, oldest first. */
  static List<Change> of(Handle handle, int ticket) {
    return handle
        .createQuery("select * from change where ticket = :ticket order by seq")
        .bind("ticket", ticket)
        .map((row, context) -> of(row))
        .list();
  }

  private static Change of(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("seq"),
        Instant.parse(row.getString("at")),
        row.getString("by"),
        row.getString("what"),
        row.getString("before"),
        row.getString("after"));
  }
}
