import dev.recap.agent.Agent;
import dev.recap.storage.Conversations;
import dev.recap.storage.OwnTransactions;
import dev.recap.storage.Store;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;
import dev.recap.tool.Tools;
import dev.recap.work.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A tool whose effect is in the journal's own database: it breaks off after it has written, and
 * nothing of that stays; the second try is committed together with its answer.
 */
public class RefundInOneTransaction {

  /** The tool never commits: whoever takes its answer does. */
  public static class Refunds {
    int tries;

    @Tool(value = "Refunds an order.", effect = Effect.ONCE)
    public String refund(@Item String order, @Key long cents, CallContext call)
        throws SQLException {
      Connection database = call.given(Connection.class).orElseThrow();
      try (PreparedStatement insert =
          database.prepareStatement("INSERT INTO refund (order_id, cents) VALUES (?, ?)")) {
        insert.setString(1, order);
        insert.setLong(2, cents);
        insert.executeUpdate();
      }
      if (++tries == 1) {
        throw new IllegalStateException("broke off after the refund was written");
      }
      return "refunded %d cents of %s".formatted(cents, order);
    }
  }

  public static void main(String[] args) throws IOException, SQLException {
    Path file = Files.createTempDirectory("refunds").resolve("shop.db");
    var refunds = new Refunds();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE refund (order_id TEXT, cents INTEGER)");

      try (Store store = Store.sqlite(file)) {
        Agent agent =
            Agent.builder(twoTries()).toolbox(OwnTransactions.of(Tools.of(refunds))).build();
        System.out.println(Conversations.of(store, agent).say("customer-1", "Refund order O-1."));
      }
      try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM refund")) {
        System.out.printf("%d tries, %d refund%n", refunds.tries, rows.getInt(1));
      }
    }
  }

  /** Not an LLM: a script that tries again when it hears that nothing happened. */
  static ScriptedModel twoTries() {
    return new ScriptedModel()
        .then(Replies.calling("refund", "{\"order\":\"O-1\",\"cents\":500}"))
        .then(Replies.calling("refund", "{\"cents\":500,\"order\":\"O-1\"}"))
        .then(Replies.saying("It is refunded."));
  }
}
