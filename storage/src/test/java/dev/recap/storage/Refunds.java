package dev.recap.storage;

import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A tool that works in the journal's own database. */
public final class Refunds {
  static final String TABLE = "CREATE TABLE refund (order_id TEXT, cents BIGINT)";

  /** What happens after the refund stands in its transaction. */
  interface Then {
    void happens() throws Exception;
  }

  private final Then then;

  Refunds(Then then) {
    this.then = then;
  }

  @Tool(value = "Refunds an order.", effect = Effect.ONCE)
  public String refund(@Item String order, @Key long cents, CallContext call) throws Exception {
    Connection connection = call.given(Connection.class).orElseThrow();
    insert(connection, order, cents);
    then.happens();
    return "refunded %d cents of %s".formatted(cents, order);
  }

  static void insert(Connection connection, String order, long cents) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO refund (order_id, cents) VALUES (?, ?)")) {
      insert.setString(1, order);
      insert.setLong(2, cents);
      insert.executeUpdate();
    }
  }
}
