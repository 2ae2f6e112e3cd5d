package dev.recap.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the two tables. */
final class TicketRows {
  private TicketRows() {}

  static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getInt("number"),
        asked(row),
        new Handling(
            optional(row, "category", Category::of),
            optional(row, "priority", Priority::of),
            optional(row, "team", Team::of),
            row.getString("draft")),
        TicketStatus.of(row.getString("status")),
        row.getString("run"));
  }

  static RecordedCall call(ResultSet row) throws SQLException {
    return new RecordedCall(
        row.getLong("seq"),
        new DeskCall(
            row.getString("run"),
            row.getString("call_id"),
            row.getString("idempotency_key"),
            row.getString("tool"),
            row.getString("arguments")),
        new RecordedCall.Result(CallOutcome.of(row.getString("outcome")), row.getString("reason")),
        row.getString("ticket"),
        Instant.parse(row.getString("at")));
  }

  private static NewTicket asked(ResultSet row) throws SQLException {
    return new NewTicket(
        new Customer(
            row.getInt("customer_number"),
            row.getString("customer_name"),
            row.getString("customer_email")),
        row.getString("subject"),
        row.getString("description"),
        Instant.parse(row.getString("created_at")),
        row.getString("external_id"));
  }

  private static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : read.apply(text);
  }
}
