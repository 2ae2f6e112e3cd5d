package dev.recap.desk.mail;

import dev.recap.desk.mail.OutboxEntry.Conversation;
import dev.recap.desk.mail.OutboxEntry.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows of the outbox. */
final class OutboxRows {
  /** What {@link #entry} needs to see. */
  static final String COLUMNS =
      "outbox.*, (select token from mail_token where mail_token.ticket = outbox.ticket) as token";

  private OutboxRows() {}

  static Query query(Handle handle, String where) {
    return handle.createQuery("select " + COLUMNS + " from outbox " + where);
  }

  static OutboxEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new OutboxEntry(
        row.getLong("id"),
        mail(row),
        new Conversation(
            row.getString("message_id"),
            row.getString("in_reply_to"),
            references(row.getString("refs")),
            row.getString("token")),
        new Progress(
            OutboxState.of(row.getString("state")),
            row.getString("said"),
            row.getString("bounced"),
            row.getInt("attempts")),
        Instant.parse(row.getString("not_before")),
        Instant.parse(row.getString("at")));
  }

  private static OutgoingMail mail(ResultSet row) throws SQLException {
    return new OutgoingMail(
        row.getInt("ticket"),
        decision(row),
        new Letter(row.getString("recipient"), row.getString("subject"), row.getString("text")),
        Way.of(row.getString("way")),
        false);
  }

  private static @Nullable Integer decision(ResultSet row) throws SQLException {
    int decision = row.getInt("decision");
    return row.wasNull() ? null : decision;
  }

  private static List<String> references(String refs) {
    return Arrays.stream(refs.split(" ")).filter(ref -> !ref.isEmpty()).toList();
  }
}
