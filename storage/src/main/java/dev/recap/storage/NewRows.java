package dev.recap.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.conversation.Media;
import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries as rows, and what the tables beside them say of them: which calls wait for a person, what
 * the conversation is called, how its last run stands.
 *
 * @param messages of the inbox, which are taken with these entries
 */
record NewRows(
    String conversation,
    long first,
    List<Entry> entries,
    List<byte[]> lines,
    List<Media> media,
    List<String> messages) {
  private static final int TITLE_CHARACTERS = 80;

  NewRows {
    entries = List.copyOf(entries);
    lines = List.copyOf(lines);
    media = List.copyOf(media);
    messages = List.copyOf(messages);
  }

  void insert(Connection connection, Dialect dialect) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    insertLines(connection);
    for (int i = 0; i < entries.size(); i++) {
      note(connection, first + i, entries.get(i));
    }
    for (String message : messages) {
      update(
          connection,
          dialect.spell(
              "UPDATE recap_inbox SET taken = {now} WHERE conversation = ? AND id = ? AND taken = 0"),
          conversation,
          message);
    }
  }

  /** The entries alone, and what they show. */
  void insertLines(Connection connection) throws SQLException {
    MediaRows.write(connection, conversation, media);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO recap_entry (conversation, seq, line, said) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < lines.size(); i++) {
        insert.setString(1, conversation);
        insert.setLong(2, first + i);
        insert.setString(3, withoutEnd(lines.get(i)));
        insert.setString(4, said(entries.get(i)));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** A line as its row has it. */
  static String withoutEnd(byte[] line) {
    return new String(line, 0, line.length - 1, UTF_8);
  }

  static @Nullable String line(Connection connection, String conversation, long sequence)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT line FROM recap_entry WHERE conversation = ? AND seq = ?")) {
      select.setString(1, conversation);
      select.setLong(2, sequence);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /** What a search looks through: the words of the user and of the agent. */
  static @Nullable String said(Entry entry) {
    String words =
        switch (entry) {
          case UserSaid user -> user.text();
          case Replied replied -> replied.reply().text();
          default -> ""; // Nobody said anything.
        };
    // Not every database takes the character 0 in a text.
    return words.isBlank() ? null : words.replace('\u0000', ' ');
  }

  private void note(Connection connection, long sequence, Entry entry) throws SQLException {
    switch (entry) {
      case RunStarted started ->
          update(
              connection,
              "UPDATE recap_conversation SET state = 'RUNNING', outcome = NULL WHERE id = ?",
              conversation);
      case UserSaid said ->
          update(
              connection,
              "UPDATE recap_conversation SET title = ? WHERE id = ? AND title = ''",
              title(said.text()),
              conversation);
      case Waiting waiting -> wait(connection, sequence, waiting);
      case Decided decided -> waitsNoMore(connection, decided.callId());
      case Intended intended -> waitsNoMore(connection, intended.callId());
      case Answered answered -> {
        waitsNoMore(connection, answered.callId());
        update(
            connection,
            "DELETE FROM recap_answer WHERE conversation = ? AND call_id = ?",
            conversation,
            answered.callId());
      }
      case RunEnded ended -> {
        update(
            connection,
            "UPDATE recap_conversation SET state = 'ENDED', outcome = ? WHERE id = ?",
            ended.outcome(),
            conversation);
        update(connection, "DELETE FROM recap_pending WHERE conversation = ?", conversation);
      }
      default -> {} // The other kinds change nothing that these tables say.
    }
  }

  private void wait(Connection connection, long sequence, Waiting waiting) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO recap_pending (conversation, call_id, seq, tool, arguments, expires) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, conversation);
      insert.setString(2, waiting.callId());
      insert.setLong(3, sequence);
      insert.setString(4, waiting.tool());
      insert.setString(5, waiting.arguments());
      if (waiting.expires() == null) {
        insert.setNull(6, Types.BIGINT);
      } else {
        insert.setLong(6, waiting.expires().toEpochMilli());
      }
      insert.executeUpdate();
    }
  }

  private void waitsNoMore(Connection connection, String callId) throws SQLException {
    update(
        connection,
        "DELETE FROM recap_pending WHERE conversation = ? AND call_id = ?",
        conversation,
        callId);
  }

  static String title(String text) {
    String line = text.strip().lines().findFirst().orElse("").replace('\u0000', ' ');
    int most = Math.min(line.length(), TITLE_CHARACTERS);
    boolean splits =
        most > 0 && most < line.length() && Character.isHighSurrogate(line.charAt(most - 1));
    return line.substring(0, splits ? most - 1 : most);
  }

  static int update(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }
}
