package dev.recap.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.LineFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The entries of one conversation as they stand in their table, each the line of a file. */
record EntryRows(Store store, String conversation) {
  /** So many rows are read at once, so that no connection is taken while entries are handed out. */
  private static final int PAGE = 256;

  private static final int PAGE_CHARACTERS = 8_000_000;

  /** A row whose line does not have to stand. */
  private record Row(long seq, String line) {}

  /** The format of this journal's lines; empty where there is no such conversation. */
  Optional<LineFormat> format(MediaRows media) {
    try {
      return store
          .database()
          .read(connection -> id(connection))
          .map(id -> new LineFormat(id, media));
    } catch (SQLException e) {
      throw store.failed("read", conversation, e);
    }
  }

  private Optional<String> id(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT journal_id FROM recap_conversation WHERE id = ?")) {
      select.setString(1, conversation);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Hands out those from a sequence on and before another. */
  void read(long from, long until, Consumer<? super Entry> each) {
    if (from < 0) {
      throw new IllegalArgumentException("sequences count from 0, but from was " + from);
    }
    LineFormat format = format(new MediaRows(store.database())).orElse(null);
    long next = from;
    while (format != null && next < until) {
      List<Row> page = page(next, until);
      if (page.isEmpty()) {
        break;
      }
      for (Row row : page) {
        each.accept(entry(format, row, next++));
      }
    }
  }

  private List<Row> page(long from, long until) {
    try {
      return store.database().read(connection -> page(connection, from, until));
    } catch (SQLException e) {
      throw store.failed("read", conversation, e);
    }
  }

  private List<Row> page(Connection connection, long from, long until) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, line FROM recap_entry WHERE conversation = ? AND seq >= ? AND seq < ? ORDER BY seq LIMIT "
                + PAGE)) {
      select.setString(1, conversation);
      select.setLong(2, from);
      select.setLong(3, until);
      select.setFetchSize(PAGE);
      try (ResultSet row = select.executeQuery()) {
        long characters = 0;
        while (characters < PAGE_CHARACTERS && row.next()) {
          String line = row.getString(2);
          rows.add(new Row(row.getLong(1), line));
          characters += line.length();
        }
      }
    }
    return rows;
  }

  private Entry entry(LineFormat format, Row row, long expected) {
    byte[] line = row.line.getBytes(UTF_8);
    boolean stands = row.seq == expected && format.sealed(line) && LineFormat.has(line, expected);
    String where = "entry %d of conversation '%s'".formatted(expected, conversation);
    if (!stands) {
      throw new JournalException(
          Reason.DAMAGED,
          "%s is damaged: it is not as it was written; what stands before it can be read"
              .formatted(where));
    }
    return format.entry(line, where);
  }
}
