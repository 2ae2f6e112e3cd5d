package dev.recap.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of calls that wait for a person, which each append keeps true. */
final class PendingCalls {
  private static final String COLUMNS =
      "SELECT p.conversation, p.call_id, p.seq, p.tool, p.arguments, p.expires FROM recap_pending p";

  private PendingCalls() {}

  static Optional<PendingCall> find(Connection connection, String conversation, String callId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(COLUMNS + " WHERE p.conversation = ? AND p.call_id = ?")) {
      select.setString(1, conversation);
      select.setString(2, callId);
      return read(select).stream().findFirst();
    }
  }

  /** Those of all conversations about which nobody has said anything yet, oldest first. */
  static List<PendingCall> undecided(Connection connection, int most) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            COLUMNS
                + " WHERE NOT EXISTS (SELECT 1 FROM recap_inbox i WHERE i.conversation = p.conversation"
                + " AND i.id = 'call ' || p.call_id || ' at ' || p.seq)"
                + " ORDER BY p.conversation, p.seq LIMIT ?")) {
      select.setInt(1, most);
      return read(select);
    }
  }

  private static List<PendingCall> read(PreparedStatement select) throws SQLException {
    List<PendingCall> calls = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long expires = row.getLong(6);
        Instant until = row.wasNull() ? null : Instant.ofEpochMilli(expires);
        calls.add(
            new PendingCall(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                until));
      }
    }
    return calls;
  }
}
