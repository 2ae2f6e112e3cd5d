package dev.recap.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.conversation.Media;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.journal.line.LineFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was said to a conversation by those who do not write it: messages, decisions, cancellations.
 * Each stands as the entry that it may become, and the writer takes it in the transaction that puts
 * that on record.
 */
record Inbox(Store store, String conversation) {
  private static final String FORMAT = "recap-inbox";

  /**
   * One thing that was said.
   *
   * @param id unique in the conversation
   * @param said a message, a decision, or the end that somebody wants
   */
  record Letter(String id, Entry said) {}

  void message(String text, List<Media> shown, String sender) {
    put("message " + UUID.randomUUID(), new UserSaid(text, false, shown), sender);
  }

  void cancellation(String sender) {
    put("cancel " + UUID.randomUUID(), new RunEnded("Cancelled"), sender);
  }

  private void put(String id, Entry said, String sender) {
    try {
      store.database().write(connection -> put(connection, id, said, sender));
    } catch (SQLException e) {
      throw store.failed("leave a message in", conversation, e);
    }
  }

  private boolean put(Connection connection, String id, Entry said, String sender)
      throws SQLException {
    Dialect dialect = store.database().dialect();
    var media = new MediaRows(store.database());
    byte[] line = new LineFormat(FORMAT, media).line(0, 0, said);
    ConversationRows.make(connection, dialect, conversation);
    MediaRows.write(connection, conversation, media.taken());
    try (PreparedStatement insert =
        connection.prepareStatement(
            dialect.spell(
                "INSERT INTO recap_inbox (conversation, id, place, body, sender, at)"
                    + " VALUES (?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM recap_inbox WHERE conversation = ?), ?, ?, {now})"
                    + " ON CONFLICT (conversation, id) DO NOTHING"))) {
      insert.setString(1, conversation);
      insert.setString(2, id);
      insert.setString(3, conversation);
      insert.setString(4, NewRows.withoutEnd(line));
      insert.setString(5, sender);
      return insert.executeUpdate() == 1;
    }
  }

  /** Leaves a word about a call that waits, unless somebody was first or it waits no more. */
  Verdict decision(PendingCall call, boolean approved, String by, String reason) {
    try {
      return store
          .database()
          .write(connection -> {
            ConversationRows.make(connection, store.database().dialect(), conversation);
            return decide(connection, call, approved, by, reason);
          });
    } catch (SQLException e) {
      throw store.failed("decide in", conversation, e);
    }
  }

  private Verdict decide(
      Connection connection, PendingCall call, boolean approved, String by, String reason)
      throws SQLException {
    String id = "call " + call.callId() + " at " + call.revision();
    Optional<PendingCall> pending =
        PendingCalls.find(connection, call.conversation(), call.callId());
    boolean same = pending.filter(call::equals).isPresent();
    Instant now = now(connection);
    boolean late = call.expiry().filter(expires -> !now.isBefore(expires)).isPresent();
    if (same && !late) {
      var word = new Decided.Word(approved, reason, by, now);
      if (put(connection, id, new Decided(1, call.callId(), word), by)) {
        return new Verdict.Taken();
      }
    }
    Optional<Decided.Word> before = word(connection, id);
    if (before.isPresent()) {
      return new Verdict.DecidedBefore(before.get());
    }
    return new Verdict.WaitsNoMore(
        same ? "it waited until " + call.expires() : "it does not wait as it did");
  }

  private Optional<Decided.Word> word(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT body FROM recap_inbox WHERE conversation = ? AND id = ?")) {
      select.setString(1, conversation);
      select.setString(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && entry(row.getString(1)) instanceof Decided decided
            ? Optional.of(decided.word())
            : Optional.empty();
      }
    }
  }

  /** By the database's clock. */
  Instant now(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(store.database().dialect().spell("SELECT {now}"));
        ResultSet row = select.executeQuery()) {
      row.next();
      return Instant.ofEpochMilli(row.getLong(1));
    }
  }

  /** Whether a call of the conversation waits for a person. */
  boolean isPending(String callId) {
    try {
      return store
          .database()
          .read(connection -> PendingCalls.find(connection, conversation, callId))
          .isPresent();
    } catch (SQLException e) {
      throw store.failed("read", conversation, e);
    }
  }

  /** What was taken goes; of a decision stays who said what, and not why. */
  void forget(Connection connection) throws SQLException {
    List<Letter> decisions = new ArrayList<>();
    for (Letter letter : letters(connection, "taken > 0")) {
      if (letter.said() instanceof Decided) {
        decisions.add(letter);
      }
    }
    NewRows.update(
        connection,
        "DELETE FROM recap_inbox WHERE conversation = ? AND taken > 0 AND id NOT LIKE 'call %'",
        conversation);
    for (Letter letter : decisions) {
      var decided = (Decided) letter.said();
      Decided.Word word = decided.word();
      var bare = new Decided.Word(word.approved(), "", word.by(), word.at());
      NewRows.update(
          connection,
          "UPDATE recap_inbox SET body = ? WHERE conversation = ? AND id = ?",
          NewRows.withoutEnd(
              format().line(0, 0, new Decided(decided.turn(), decided.callId(), bare))),
          conversation,
          letter.id());
    }
  }

  /** What nobody has taken yet, oldest first. */
  List<Letter> letters() {
    try {
      return store.database().read(connection -> letters(connection, "taken = 0"));
    } catch (SQLException e) {
      throw store.failed("read the inbox of", conversation, e);
    }
  }

  private List<Letter> letters(Connection connection, String which) throws SQLException {
    List<Letter> letters = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, body FROM recap_inbox WHERE conversation = ? AND "
                + which
                + " ORDER BY place, at, id")) {
      select.setString(1, conversation);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          letters.add(new Letter(row.getString(1), entry(row.getString(2))));
        }
      }
    }
    return letters;
  }

  private Entry entry(String line) {
    return format().entry(line.getBytes(UTF_8), "a message in the inbox");
  }

  private LineFormat format() {
    return new LineFormat(FORMAT, new MediaRows(store.database()));
  }

  /** Takes what there is nothing to put on record for. */
  void pass(Letter letter) {
    try {
      store
          .database()
          .write(connection ->
              NewRows.update(
                  connection,
                  store
                      .database()
                      .dialect()
                      .spell(
                          "UPDATE recap_inbox SET taken = {now} WHERE conversation = ? AND id = ?"),
                  conversation,
                  letter.id()));
    } catch (SQLException e) {
      throw store.failed("take a message of", conversation, e);
    }
  }
}
