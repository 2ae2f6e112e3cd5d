package dev.recap.desk.queue;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.TicketStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the rows that a list shows. */
final class QueueRows {
  private QueueRows() {}

  static QueueRow row(ResultSet row) throws SQLException {
    return new QueueRow(
        row.getInt("number"),
        row.getString("name"),
        row.getString("subject"),
        new Customer(
            row.getInt("customer_number"),
            row.getString("customer_name"),
            row.getString("customer_email")),
        new QueueRow.State(
            TicketStatus.of(row.getString("status")),
            row.getString("owner"),
            row.getString("reason"),
            row.getString("lot"),
            draft(row)),
        new QueueRow.Values(value(row, "category"), value(row, "priority"), value(row, "team")),
        times(row));
  }

  private static QueueRow.Draft draft(ResultSet row) throws SQLException {
    int answers = row.getInt("draft_revision");
    if (row.wasNull()) {
      return QueueRow.Draft.NONE;
    }
    return answers == row.getInt("revision") ? QueueRow.Draft.READY : QueueRow.Draft.STALE;
  }

  private static QueueRow.Value value(ResultSet row, String column) throws SQLException {
    return new QueueRow.Value(row.getString(column), row.getString(column + "_by"));
  }

  private static QueueRow.Times times(ResultSet row) throws SQLException {
    Instant created = Instant.parse(row.getString("created_at"));
    String changed = row.getString("changed_at");
    String waiting = row.getString("waiting_since");
    return new QueueRow.Times(
        created,
        changed == null ? created : Instant.parse(changed),
        waiting == null ? created : Instant.parse(waiting));
  }
}
