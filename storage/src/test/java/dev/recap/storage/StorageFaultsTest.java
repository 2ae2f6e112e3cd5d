package dev.recap.storage;

import static dev.recap.storage.Databases.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.RunEnded;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Item;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What a database says no to is an error that names the conversation; nothing half written is
 * believed, and the run goes on when the cause is gone.
 */
class StorageFaultsTest {
  private static final Entry FIRST = new RunEnded("first");
  private static final Entry SECOND = new RunEnded("second");

  @TempDir Path folder;

  /** What is wrong with a database, and how it is put right. */
  private interface Cause {
    void arises() throws SQLException;

    void isGone() throws SQLException;
  }

  private static void assertRecovers(SqlJournal journal, Cause cause, String words)
      throws SQLException {
    journal.append(FIRST);
    cause.arises();
    Entry large = new RunEnded("large ".repeat(100_000));

    assertThatThrownBy(() -> journal.append(List.of(SECOND, large)))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IO))
        .hasMessageContainingAll("append to conversation 'c'", words);
    cause.isGone();

    assertThat(journal.entries()).containsExactly(FIRST);
    journal.append(List.of(SECOND, large));
    assertThat(journal.entries()).containsExactly(FIRST, SECOND, large);
  }

  /** Each connection that is taken from now on is configured like this. */
  private SQLiteDataSource sqlite(SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("recap.db"));
    return source;
  }

  @Test
  void theDiskIsFull() throws SQLException {
    var source = new Exchangeable(sqlite(new SQLiteConfig()));
    try (Store store = Store.of(source);
        SqlJournal journal = store.open("c")) {
      assertRecovers(
          journal,
          new Cause() {
            @Override
            public void arises() {
              var config = new SQLiteConfig();
              config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, "60");
              source.exchange(sqlite(config));
            }

            @Override
            public void isGone() {
              source.exchange(sqlite(new SQLiteConfig()));
            }
          },
          "full");
    }
  }

  @Test
  void aFileBecomesReadOnly() throws SQLException {
    var source = new Exchangeable(sqlite(new SQLiteConfig()));
    try (Store store = Store.of(source);
        SqlJournal journal = store.open("c")) {
      assertRecovers(
          journal,
          new Cause() {
            @Override
            public void arises() {
              var config = new SQLiteConfig();
              config.setReadOnly(true);
              source.exchange(sqlite(config));
            }

            @Override
            public void isGone() {
              source.exchange(sqlite(new SQLiteConfig()));
            }
          },
          "read");
    }
  }

  @Test
  void aServerBecomesReadOnly() throws SQLException {
    DataSource source = Postgres.database();
    String alter = "ALTER DATABASE %s SET default_transaction_read_only = ".formatted(name(source));
    try (Store store = Store.of(source);
        SqlJournal journal = store.open("c")) {
      assertRecovers(
          journal,
          new Cause() {
            @Override
            public void arises() {
              say(source, alter + "on");
            }

            @Override
            public void isGone() {
              say(Postgres.server().getPostgresDatabase(), alter + "off");
            }
          },
          "read-only");
    }
  }

  private static String name(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getCatalog();
    }
  }

  @ParameterizedTest
  @EnumSource
  void somebodyElseHasItLocked(Databases database) throws SQLException {
    DataSource source = database.in(folder);
    try (Store store = Store.of(source, Duration.ofMillis(50));
        SqlJournal journal = store.open("c");
        Connection other = source.getConnection()) {
      other.setAutoCommit(false);
      assertRecovers(
          journal,
          new Cause() {
            @Override
            public void arises() throws SQLException {
              try (Statement statement = other.createStatement()) {
                statement.execute("UPDATE recap_conversation SET token = token");
              }
            }

            @Override
            public void isGone() throws SQLException {
              other.rollback();
            }
          },
          "lock");
    }
  }

  @Test
  void theServerDropsEveryConnection() throws SQLException {
    DataSource source = Postgres.database();
    var pool = new OneConnection(source);
    try (Store store = Store.of(pool.pool());
        SqlJournal journal = store.open("c")) {
      assertRecovers(
          journal,
          new Cause() {
            @Override
            public void arises() throws SQLException {
              say(
                  Postgres.server().getPostgresDatabase(),
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                      .formatted(name(source)));
            }

            @Override
            public void isGone() throws SQLException {
              pool.renew();
            }
          },
          "connection");
    }
  }

  /** What needs to be done once. */
  public static final class Payments {
    final List<String> paid = new ArrayList<>();

    @Tool(value = "Pays an invoice.", effect = Effect.ONCE)
    public String pay(@Item String invoice) {
      paid.add(invoice);
      return "paid " + invoice;
    }
  }

  /** The journal fails at each statement and commit of a run in turn; the run goes on behind it. */
  @ParameterizedTest
  @EnumSource
  void aRunGoesOnWhereTheJournalFailedIt(Databases database) {
    var source = new FaultySource(database.in(folder));
    try (Store store = Store.of(source)) {
      boolean reached = true;
      for (int nth = 0; reached; nth++) {
        var payments = new Payments();
        ScriptedModel model = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
          model.then(StorageFaultsTest::next);
        }
        Agent agent = Agent.builder(model).tools(payments).build();
        try (SqlJournal journal = store.open("c" + nth)) {
          source.fail(FaultySource.Fault.BEFORE_STATEMENT, nth);
          reached = fails(() -> agent.start(journal, "Pay I-1.").result());
          source.heals();
          if (reached && journal.size() > 0) {
            Run run = agent.resume(journal);
            assertThat(run.result()).isIn(new RunResult.Answered("paid"), unsettled(run));
          }
        }
        assertThat(payments.paid.size()).isLessThan(2);
      }
    }
  }

  private static RunResult unsettled(Run run) {
    return new RunResult.UnsettledEffect(run.ledger().unsettled());
  }

  private static dev.recap.model.ModelReply next(dev.recap.model.ModelRequest request) {
    return request.messages().size() > 1
        ? Replies.saying("paid").reply()
        : Replies.calling("pay", "{\"invoice\":\"I-1\"}").reply();
  }

  private static boolean fails(Runnable run) {
    try {
      run.run();
      return false;
    } catch (JournalException e) {
      assertThat(e.reason()).isEqualTo(Reason.IO);
      return true;
    }
  }
}
