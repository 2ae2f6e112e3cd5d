package dev.recap.storage;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of conversations: what lists and searches show, and what goes with one. */
record ConversationRows(Store store) {
  private static final String COLUMNS =
      "SELECT c.id, c.title, c.state, c.outcome, c.size, c.created, c.updated,"
          + " CASE WHEN c.lease_until > {now} THEN c.holder END,"
          + " (SELECT COUNT(*) FROM recap_inbox i WHERE i.conversation = c.id AND i.taken = 0)"
          + " FROM recap_conversation c";

  /** Those of which somebody has said these words; all where there are none. */
  private static final String MATCHES =
      " (? = '' OR LOWER(c.title) LIKE ? ESCAPE '!' OR EXISTS (SELECT 1 FROM recap_entry e"
          + " WHERE e.conversation = c.id AND LOWER(e.said) LIKE ? ESCAPE '!'))";

  /** What stands in these tables goes with its conversation. */
  private static final List<String> ITS_OWN =
      List.of(
          "recap_entry",
          "recap_media_use",
          "recap_snapshot",
          "recap_pending",
          "recap_inbox",
          "recap_answer");

  /** Makes the row of a conversation where there is none; a statement that writes. */
  static void make(Connection connection, Dialect dialect, String conversation)
      throws SQLException {
    NewRows.update(
        connection,
        dialect.spell(
            "INSERT INTO recap_conversation (id, journal_id, created, updated)"
                + " VALUES (?, ?, {now}, {now}) ON CONFLICT DO NOTHING"),
        conversation,
        UUID.randomUUID().toString());
  }

  /** The newest first, those after another one in that order. */
  List<Conversation> page(String words, int most, @Nullable Conversation after) {
    String sql =
        COLUMNS
            + " WHERE"
            + MATCHES
            + (after == null ? "" : " AND (c.updated < ? OR (c.updated = ? AND c.id > ?))")
            + " ORDER BY c.updated DESC, c.id LIMIT ?";
    return select(
        sql,
        statement -> {
          String like = "%" + escaped(words) + "%";
          statement.setString(1, words);
          statement.setString(2, like);
          statement.setString(3, like);
          int next = 4;
          if (after != null) {
            statement.setLong(next++, after.updated().toEpochMilli());
            statement.setLong(next++, after.updated().toEpochMilli());
            statement.setString(next++, after.id());
          }
          statement.setInt(next, most);
        });
  }

  private static String escaped(String words) {
    return words.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  Optional<Conversation> find(String id) {
    return select(COLUMNS + " WHERE c.id = ?", statement -> statement.setString(1, id)).stream()
        .findFirst();
  }

  /** Those that nobody writes although there is something to go on with, the oldest first. */
  List<Conversation> left(int most) {
    String sql =
        COLUMNS
            + " WHERE (c.holder IS NULL OR c.lease_until <= {now}) AND (EXISTS (SELECT 1 FROM recap_inbox i"
            + " WHERE i.conversation = c.id AND i.taken = 0) OR (c.state = 'RUNNING' AND c.paused = 0))"
            + " ORDER BY c.updated, c.id LIMIT ?";
    return select(sql, statement -> statement.setInt(1, most));
  }

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  private List<Conversation> select(String sql, Values values) {
    try {
      return store
          .database()
          .read(connection -> {
            try (PreparedStatement select =
                connection.prepareStatement(store.database().dialect().spell(sql))) {
              values.set(select);
              return read(select);
            }
          });
    } catch (SQLException e) {
      throw store.failed("list", "*", e);
    }
  }

  private static List<Conversation> read(PreparedStatement select) throws SQLException {
    List<Conversation> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Conversation(
                row.getString(1),
                row.getString(2),
                Conversation.State.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8),
                row.getInt(9)));
      }
    }
    return found;
  }

  /** Takes a conversation away with all that is its own; false where there is none. */
  boolean delete(String id) {
    try {
      return store.database().write(connection -> delete(connection, id));
    } catch (SQLException e) {
      throw store.failed("delete", id, e);
    }
  }

  private boolean delete(Connection connection, String id) throws SQLException {
    Dialect dialect = store.database().dialect();
    int gone =
        NewRows.update(
            connection,
            dialect.spell(
                "DELETE FROM recap_conversation WHERE id = ? AND (holder IS NULL OR lease_until <= {now})"),
            id);
    if (gone == 0) {
      Optional<String> holder = Lease.holderOf(connection, dialect, id);
      if (holder.isPresent()) {
        throw new JournalException(
            Reason.IN_USE,
            "conversation '%s' was not deleted: %s writes it".formatted(id, holder.get()));
      }
      return false;
    }
    for (String table : ITS_OWN) {
      NewRows.update(connection, "DELETE FROM " + table + " WHERE conversation = ?", id);
    }
    MediaRows.dropUnused(connection, dialect);
    return true;
  }

  /** What the agent of its run in progress is told and may do; empty where nobody said. */
  String agent(String id) {
    try {
      return store.database().read(connection -> agent(connection, id));
    } catch (SQLException e) {
      throw store.failed("read", id, e);
    }
  }

  private static String agent(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT agent FROM recap_conversation WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        String said = row.next() ? row.getString(1) : null;
        return said == null ? "" : said;
      }
    }
  }

  void setAgent(String id, String agent) {
    set(id, "UPDATE recap_conversation SET agent = ? WHERE id = ?", agent);
  }

  /** Whether its run waits for somebody, so that nobody needs to go on with it meanwhile. */
  void setPaused(String id, boolean paused) {
    set(id, "UPDATE recap_conversation SET paused = " + (paused ? 1 : 0) + " WHERE id = ?");
  }

  private void set(String id, String sql, String... values) {
    try {
      store
          .database()
          .write(connection -> {
            List<String> all = new ArrayList<>(List.of(values));
            all.add(id);
            return NewRows.update(connection, sql, all.toArray(String[]::new));
          });
    } catch (SQLException e) {
      throw store.failed("note the state of", id, e);
    }
  }
}
