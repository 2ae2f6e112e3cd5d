package dev.recap.storage;

import dev.recap.conversation.Media;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.UserSaid;
import dev.recap.journal.line.MediaShelf;
import dev.recap.work.IdempotencyKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Other entries in the place of all that a conversation has, and with the old ones goes what other
 * tables had of them: the snapshot, what was taken from the inbox, the texts of receipts, and
 * images and documents that nothing shows any more. What the database's files keep of it is left to
 * {@link Cleaning}.
 *
 * @param rows the new entries
 * @param before the old ones
 */
record Replacing(Store store, NewRows rows, List<Entry> before) {
  private static final String ERASED = "[erased]";

  Replacing {
    before = List.copyOf(before);
  }

  void write(Connection connection) throws SQLException {
    String conversation = rows.conversation();
    Dialect dialect = store.database().dialect();
    NewRows.update(connection, "DELETE FROM recap_entry WHERE conversation = ?", conversation);
    rows.insertLines(connection);
    NewRows.update(connection, "DELETE FROM recap_snapshot WHERE conversation = ?", conversation);
    new Inbox(store, conversation).forget(connection);
    rename(connection);
    if (dialect.hasReceipts(connection)) {
      forgetReceipts(connection);
    }
    dropMedia(connection);
    MediaRows.dropUnused(connection, dialect);
  }

  private void rename(Connection connection) throws SQLException {
    for (Entry entry : rows.entries()) {
      if (entry instanceof UserSaid said) {
        NewRows.update(
            connection,
            "UPDATE recap_conversation SET title = ? WHERE id = ?",
            NewRows.title(said.text()),
            rows.conversation());
        return;
      }
    }
  }

  /** The keys stay: without them an effect could be had again. */
  private void forgetReceipts(Connection connection) throws SQLException {
    Set<String> gone = keys(before);
    gone.removeAll(keys(rows.entries()));
    for (String key : gone) {
      NewRows.update(
          connection,
          "UPDATE recap_receipt SET receipt = ? WHERE idempotency_key = ?",
          ERASED,
          key);
    }
  }

  private static Set<String> keys(List<Entry> entries) {
    return entries.stream()
        .filter(Intended.class::isInstance)
        .map(entry -> ((Intended) entry).key())
        .map(IdempotencyKey::value)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What neither an entry shows nor anything that waits to become one. */
  private void dropMedia(Connection connection) throws SQLException {
    Set<String> shown =
        rows.entries().stream()
            .flatMap(entry -> MediaShelf.shown(entry).stream())
            .map(Media::sha256)
            .collect(Collectors.toSet());
    List<String> waiting = texts(connection, "SELECT body FROM recap_inbox WHERE conversation = ?");
    waiting.addAll(texts(connection, "SELECT answer FROM recap_answer WHERE conversation = ?"));
    for (String sha256 :
        texts(connection, "SELECT sha256 FROM recap_media_use WHERE conversation = ?")) {
      if (!shown.contains(sha256) && waiting.stream().noneMatch(text -> text.contains(sha256))) {
        NewRows.update(
            connection,
            "DELETE FROM recap_media_use WHERE conversation = ? AND sha256 = ?",
            rows.conversation(),
            sha256);
      }
    }
  }

  private List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, rows.conversation());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }
}
