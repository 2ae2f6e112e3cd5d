package dev.recap.storage;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.storage.Database.LostCommit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write a conversation, by a token that grows with each writer. Clocks, which are the
 * database's own, say only when another may try.
 */
record Lease(Store store, String conversation, long token) {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  /** What this process leaves in a lease that it lets run out, so that it may come back. */
  private static final String THIS_PROCESS = "left by " + UUID.randomUUID();

  /**
   * A lease and what stands under it.
   *
   * @param afterDeath whether the one before is known to be dead
   */
  record Taken(Lease lease, String journalId, long size, boolean afterDeath) {}

  /** When the lease of a holder runs out that somebody knows to be dead, with all its calls. */
  static final long ENDED = -1;

  private record Holder(long token, @Nullable String name, long since, long until, long now) {
    @Override
    public String toString() {
      return "%s, since %s, at least until %s"
          .formatted(name, Instant.ofEpochMilli(since), Instant.ofEpochMilli(until));
    }
  }

  static Taken take(Store store, String conversation) {
    String claim = UUID.randomUUID().toString();
    try {
      return store.database().write(connection -> take(connection, store, conversation, claim));
    } catch (LostCommit lost) {
      return claimed(store, conversation, claim, lost);
    } catch (SQLException e) {
      throw store.failed("open", conversation, e);
    }
  }

  private static Taken take(Connection connection, Store store, String conversation, String claim)
      throws SQLException {
    Dialect dialect = store.database().dialect();
    ConversationRows.make(connection, dialect, conversation);
    boolean afterDeath =
        holder(connection, dialect, conversation).filter(one -> one.until == ENDED).isPresent();
    try (PreparedStatement take =
        connection.prepareStatement(
            dialect.spell(
                "UPDATE recap_conversation SET token = token + 1, holder = ?, claim = ?,"
                    + " held_since = {now}, lease_until = {now} + ?"
                    + " WHERE id = ? AND (holder IS NULL OR lease_until <= {now} OR claim = ?)"))) {
      take.setString(1, store.holder());
      take.setString(2, claim);
      take.setLong(3, store.lease().toMillis());
      take.setString(4, conversation);
      take.setString(5, THIS_PROCESS);
      if (take.executeUpdate() == 0) {
        throw inUse(conversation, holder(connection, dialect, conversation).orElseThrow());
      }
    }
    return taken(connection, store, conversation, claim, afterDeath).orElseThrow();
  }

  private static Optional<Taken> taken(
      Connection connection, Store store, String conversation, String claim, boolean afterDeath)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT token, journal_id, size FROM recap_conversation WHERE id = ? AND claim = ?")) {
      select.setString(1, conversation);
      select.setString(2, claim);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Taken(
                    new Lease(store, conversation, row.getLong(1)),
                    row.getString(2),
                    row.getLong(3),
                    afterDeath))
            : Optional.empty();
      }
    }
  }

  private static Taken claimed(Store store, String conversation, String claim, LostCommit lost) {
    try {
      return store
          .database()
          .read(connection -> taken(connection, store, conversation, claim, false))
          .orElseThrow(() -> store.failed("open", conversation, lost));
    } catch (SQLException e) {
      lost.addSuppressed(e);
      throw store.failed("open", conversation, lost);
    }
  }

  /**
   * Proves in a transaction that writes that this lease holds, and renews it.
   *
   * @param size how many entries there have to be
   * @param more how many are added
   */
  void prove(Connection connection, long size, int more) throws SQLException {
    Dialect dialect = store.database().dialect();
    try (PreparedStatement renew =
        connection.prepareStatement(
            dialect.spell(
                "UPDATE recap_conversation SET size = size + ?, lease_until = {now} + ?,"
                    + " updated = CASE WHEN ? > 0 THEN {now} ELSE updated END"
                    + " WHERE id = ? AND token = ? AND size = ?"))) {
      renew.setInt(1, more);
      renew.setLong(2, store.lease().toMillis());
      renew.setInt(3, more);
      renew.setString(4, conversation);
      renew.setLong(5, token);
      renew.setLong(6, size);
      if (renew.executeUpdate() == 0) {
        throw lost(connection, size);
      }
    }
  }

  /** Waits in a transaction that writes until no other one is at this conversation. */
  void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("UPDATE recap_conversation SET token = token WHERE id = ?")) {
      lock.setString(1, conversation);
      lock.executeUpdate();
    }
    check(connection);
  }

  /** Makes sure that the token is this one, to the end of the transaction. */
  void check(Connection connection) throws SQLException {
    Holder holder = holder(connection, store.database().dialect(), conversation).orElse(null);
    if (holder == null || holder.token != token) {
      throw lost(holder);
    }
  }

  /** How many entries there are. */
  long size(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT size FROM recap_conversation WHERE id = ?")) {
      select.setString(1, conversation);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private JournalException lost(Connection connection, long size) throws SQLException {
    Holder holder = holder(connection, store.database().dialect(), conversation).orElse(null);
    if (holder == null || holder.token != token) {
      return lost(holder);
    }
    return new JournalException(
        Reason.CHANGED,
        "conversation '%s' was changed by somebody else: it has %d entries instead of %d; nothing was appended"
            .formatted(conversation, size(connection), size));
  }

  private JournalException lost(@Nullable Holder holder) {
    if (holder == null) {
      return new JournalException(
          Reason.CHANGED,
          "conversation '%s' was deleted; nothing was appended".formatted(conversation));
    }
    return new JournalException(
        Reason.IN_USE,
        "the lease of conversation '%s' was lost: after it had run out it went to %s; nothing was appended"
            .formatted(
                conversation,
                holder.name == null ? "another writer, who has given it up" : holder.name));
  }

  private static JournalException inUse(String conversation, Holder holder) {
    return new JournalException(
        Reason.IN_USE,
        "conversation '%s' has a writer already: %s (in %d ms); it can be read, and written when that one has closed it or says nothing more"
            .formatted(conversation, holder, holder.until - holder.now));
  }

  static Optional<String> holderOf(Connection connection, Dialect dialect, String conversation)
      throws SQLException {
    return holder(connection, dialect, conversation).map(Holder::toString);
  }

  private static Optional<Holder> holder(
      Connection connection, Dialect dialect, String conversation) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            dialect.spell(
                "SELECT token, holder, held_since, lease_until, {now} FROM recap_conversation WHERE id = ?"))) {
      select.setString(1, conversation);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Holder(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)))
            : Optional.empty();
      }
    }
  }

  /**
   * Gives it up, or lets it run out.
   *
   * @param runsOut whether nobody but this process may have it until then
   */
  void giveUp(boolean runsOut) {
    String sql =
        runsOut
            ? "UPDATE recap_conversation SET claim = ? WHERE id = ? AND token = ?"
            : "UPDATE recap_conversation SET holder = NULL, claim = ? WHERE id = ? AND token = ?";
    try {
      store
          .database()
          .write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
              update.setString(1, THIS_PROCESS);
              update.setString(2, conversation);
              update.setLong(3, token);
              return update.executeUpdate();
            }
          });
    } catch (SQLException e) {
      LOG.warn("the lease of conversation '{}' was not given up, so it runs out", conversation, e);
    }
  }
}
