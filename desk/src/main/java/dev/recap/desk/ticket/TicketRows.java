package dev.recap.desk.ticket;

import dev.recap.desk.rules.DeskRules.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the two tables. */
final class TicketRows {
  private TicketRows() {}

  static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getInt("number"),
        row.getString("name"),
        asked(row),
        new Handling(
            row.getString("category"),
            row.getString("priority"),
            row.getString("team"),
            row.getString("draft"),
            byPeople(row)),
        TicketStatus.of(row.getString("status")),
        row.getString("run"),
        new Ticket.Care(
            row.getString("owner"),
            row.getString("reason"),
            row.getString("remark"),
            row.getInt("revision"),
            number(row, "draft_revision"),
            number(row, "guidance")));
  }

  private static Map<Step, String> byPeople(ResultSet row) throws SQLException {
    Map<Step, String> people = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      String name = row.getString(column(step) + "_by");
      if (name != null) {
        people.put(step, name);
      }
    }
    return people;
  }

  static String column(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
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
}
