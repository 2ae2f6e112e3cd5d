package dev.recap.desk.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * That a customer's text was erased, without any of it.
 *
 * @param tickets how many lost their text
 * @param tables when no table had it any more; null until then
 * @param files when no file had it any more, and it was done; null until then
 */
public record Erasure(
    long id,
    String by,
    Instant at,
    int tickets,
    @Nullable Instant tables,
    @Nullable Instant files) {
  private static final String SELECT =
      "select *, (select count(*) from erasure_ticket where erasure = id) as tickets from erasure ";

  /** Whether something of it is still to be done. */
  public boolean isUnfinished() {
    return files == null;
  }

  static List<Erasure> all(Handle handle) {
    return handle.createQuery(SELECT + "order by id").map((row, context) -> of(row)).list();
  }

  static Erasure get(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "where id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .one();
  }

  /** The one that a ticket belongs to. */
  static Optional<Erasure> about(Handle handle, int ticket) {
    return handle
        .createQuery(
            SELECT + "where id = (select erasure from erasure_ticket where ticket = :ticket)")
        .bind("ticket", ticket)
        .map((row, context) -> of(row))
        .findOne();
  }

  private static Erasure of(ResultSet row) throws SQLException {
    return new Erasure(
        row.getLong("id"),
        row.getString("by"),
        Instant.parse(row.getString("at")),
        row.getInt("tickets"),
        time(row.getString("tables_at")),
        time(row.getString("files_at")));
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
