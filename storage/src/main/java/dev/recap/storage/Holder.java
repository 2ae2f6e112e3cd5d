package dev.recap.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has the lease of a conversation.
 *
 * @param name as {@link Store#withHolder} said it
 * @param since when it was taken, by the database's clock
 * @param until when it runs out if the holder says nothing more, by the same clock
 * @param left for how long that is
 */
public record Holder(String name, Instant since, Instant until, Duration left) {

  static Optional<Holder> of(Store store, String conversation) {
    Database database = store.database();
    String sql =
        "SELECT holder, held_since, lease_until, {now} FROM recap_conversation"
            + " WHERE id = ? AND holder IS NOT NULL AND lease_until > {now}";
    try {
      return database.read(connection -> {
        try (PreparedStatement select =
            connection.prepareStatement(database.dialect().spell(sql))) {
          select.setString(1, conversation);
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(holder(row)) : Optional.empty();
          }
        }
      });
    } catch (SQLException e) {
      throw store.failed("read", conversation, e);
    }
  }

  private static Holder holder(ResultSet row) throws SQLException {
    return new Holder(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        Duration.ofMillis(row.getLong(3) - row.getLong(4)));
  }

  boolean end(Store store, String conversation) {
    String sql =
        "UPDATE recap_conversation SET lease_until = "
            + Lease.ENDED
            + " WHERE id = ? AND holder = ? AND held_since = ? AND lease_until = ?";
    try {
      return store
          .database()
          .write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
              update.setString(1, conversation);
              update.setString(2, name);
              update.setLong(3, since.toEpochMilli());
              update.setLong(4, until.toEpochMilli());
              return update.executeUpdate() > 0;
            }
          });
    } catch (SQLException e) {
      throw store.failed("take over", conversation, e);
    }
  }
}
