package dev.recap.storage;

import dev.recap.storage.Database.LostCommit;
import dev.recap.tool.CallContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A table of idempotency keys, {@code recap_receipt}, in the database in which a tool has its
 * effect. A receipt is written in the effect's own transaction, so that the two stand together or
 * not at all, and a second effect under the same key cannot be committed, whoever tries and however
 * late. It serves as the tool's look-up.
 *
 * <p>Safe for many threads and processes.
 */
public final class Receipts {
  private final Database database;

  private Receipts(Database database) {
    this.database = database;
  }

  /** An effect, within its transaction. */
  @FunctionalInterface
  public interface Effect {

    /**
     * Has the effect, and leaves committing to who calls.
     *
     * @return the receipt, for example the tool's result as JSON
     */
    String on(Connection connection) throws SQLException;
  }

  /** Those in a database, whose table is made where there is none. */
  public static Receipts in(DataSource source) throws SQLException {
    Database database = Database.of(source);
    return database.write(connection -> {
      try (Statement make = connection.createStatement()) {
        make.execute(
            "CREATE TABLE IF NOT EXISTS recap_receipt (idempotency_key TEXT PRIMARY KEY,"
                + " receipt TEXT NOT NULL, at BIGINT NOT NULL)");
      }
      return new Receipts(database);
    });
  }

  /**
   * Has an effect once: in a transaction of its own together with its receipt. Where a receipt
   * stands already, that one is the answer and nothing happens.
   *
   * @return the receipt that stands
   * @throws SQLException when nobody knows whether it happened; {@link #find} tells later
   */
  public String once(CallContext call, Effect effect) throws SQLException {
    Optional<String> before = find(call);
    if (before.isPresent()) {
      return before.get();
    }
    try {
      return database.write(connection -> {
        String receipt = effect.on(connection);
        if (!put(connection, call, receipt)) {
          throw new StandsAlready();
        }
        return receipt;
      });
    } catch (StandsAlready | LostCommit e) {
      Optional<String> standing = find(call);
      if (standing.isEmpty()) {
        throw e;
      }
      return standing.get();
    }
  }

  /** Another one under the same key was committed first. */
  private static final class StandsAlready extends SQLException {
    private static final long serialVersionUID = 1L;

    StandsAlready() {
      super("the effect stands already");
    }
  }

  /**
   * Writes a receipt in the caller's transaction. Waits for another one that is about to write the
   * same.
   *
   * @return false when one stands already: then the caller rolls back, and {@link #find}s it
   */
  public boolean put(Connection connection, CallContext call, String receipt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            database
                .dialect()
                .spell(
                    "INSERT INTO recap_receipt (idempotency_key, receipt, at) VALUES (?, ?, {now}) ON CONFLICT DO NOTHING"))) {
      insert.setString(1, call.idempotencyKey());
      insert.setString(2, receipt);
      return insert.executeUpdate() == 1;
    }
  }

  /** The receipt of the effect under this call's key. */
  public Optional<String> find(CallContext call) throws SQLException {
    return database.read(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT receipt FROM recap_receipt WHERE idempotency_key = ?")) {
        select.setString(1, call.idempotencyKey());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }
}
