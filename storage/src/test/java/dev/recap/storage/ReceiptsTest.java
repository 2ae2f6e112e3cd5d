package dev.recap.storage;

import static dev.recap.storage.Databases.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.ToolCall;
import dev.recap.storage.FaultySource.Fault;
import dev.recap.tool.CallContext;
import dev.recap.work.IdempotencyKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An effect and its receipt stand together, once, whoever tries and however late. */
class ReceiptsTest {
  @TempDir Path folder;

  private static CallContext call(String key) {
    return CallContext.of("run", new IdempotencyKey(key), new ToolCall("id", "refund", "{}"));
  }

  private static long refunds(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM refund")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String refund(Connection connection, String receipt) throws SQLException {
    Refunds.insert(connection, "O-1", 500);
    return receipt;
  }

  @ParameterizedTest
  @EnumSource
  void aSecondTryGetsTheReceiptOfTheFirst(Databases database) throws SQLException {
    DataSource source = database.in(folder);
    say(source, Refunds.TABLE);
    Receipts receipts = Receipts.in(source);

    assertThat(receipts.find(call("k"))).isEmpty();
    assertThat(receipts.once(call("k"), c -> refund(c, "first"))).isEqualTo("first");
    assertThat(receipts.once(call("k"), c -> refund(c, "second"))).isEqualTo("first");
    assertThat(receipts.find(call("k"))).contains("first");
    assertThat(receipts.once(call("other"), c -> refund(c, "third"))).isEqualTo("third");
    assertThat(refunds(source)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatLandsLateCannotBeCommitted(Databases database) throws SQLException {
    DataSource source = database.in(folder);
    say(source, Refunds.TABLE);
    Receipts receipts = Receipts.in(source);
    receipts.once(call("k"), c -> refund(c, "first"));

    try (Connection late = source.getConnection()) {
      late.setAutoCommit(false);
      refund(late, "late");
      assertThat(receipts.put(late, call("k"), "late")).isFalse();
      late.rollback();
    }
    assertThat(refunds(source)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whereverTheConnectionIsLostEffectAndReceiptAgree(Databases database) throws SQLException {
    DataSource source = database.in(folder);
    say(source, Refunds.TABLE);
    var faulty = new FaultySource(source);
    Receipts receipts = Receipts.in(faulty);
    long expected = 0;
    for (Fault fault : Fault.values()) {
      boolean reached = true;
      for (int nth = 0; reached; nth++) {
        CallContext call = call(fault + " " + nth);
        faulty.fail(fault, nth);
        boolean said = said(receipts, call);
        reached = faulty.heals();
        assertThat(said)
            .isEqualTo(!reached || fault == Fault.COMMIT_LOST || fault == Fault.BEHIND_COMMIT);
        assertThat(receipts.find(call).isPresent()).isEqualTo(said);
        expected += said ? 1 : 0;
        assertThat(refunds(source)).isEqualTo(expected);
      }
    }
  }

  private static boolean said(Receipts receipts, CallContext call) {
    try {
      return receipts.once(call, c -> refund(c, "done")).equals("done");
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("lost");
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEffectThatFailsLeavesNoReceipt(Databases database) throws SQLException {
    DataSource source = database.in(folder);
    say(source, Refunds.TABLE);
    Receipts receipts = Receipts.in(source);

    assertThatThrownBy(() ->
            receipts.once(
                call("k"),
                c -> {
                  refund(c, "never");
                  throw new SQLException("the account is closed");
                }))
        .hasMessage("the account is closed");
    assertThat(receipts.find(call("k"))).isEmpty();
    assertThat(refunds(source)).isZero();
  }
}
