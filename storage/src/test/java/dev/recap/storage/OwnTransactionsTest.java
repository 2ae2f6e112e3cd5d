package dev.recap.storage;

import static dev.recap.storage.Databases.letLeasesRunOut;
import static dev.recap.storage.Databases.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.JournalException;
import dev.recap.journal.RunEnded;
import dev.recap.storage.FaultySource.Fault;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tools;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of an effect in the journal's own database it is never unknown what became of it. */
class OwnTransactionsTest {
  private static final String ARGUMENTS = "{\"order\":\"O-1\",\"cents\":500}";

  @TempDir Path folder;
  private DataSource source;

  private FaultySource database(Databases database) {
    source = database.in(folder);
    say(source, Refunds.TABLE);
    return new FaultySource(source);
  }

  private static Agent agent(ScriptedModel model, Refunds.Then then) {
    Tools tools = Tools.of(new Refunds(then)).timeout(Duration.ofSeconds(20));
    return Agent.builder(model).toolbox(OwnTransactions.of(tools)).build();
  }

  private static ScriptedModel refundsOnce() {
    return new ScriptedModel()
        .then(Replies.calling("refund", ARGUMENTS))
        .then(Replies.saying("done"));
  }

  private long refunds() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM refund")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Standing> standings(SqlJournal journal) {
    return journal.entries().stream()
        .filter(Answered.class::isInstance)
        .map(entry -> ((Answered) entry).standing())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theEffectAndItsAnswerStandTogether(Databases database) throws Exception {
    try (Store store = Store.of(database(database));
        SqlJournal journal = store.open("c");
        ScriptedModel model = refundsOnce()) {
      Run run = agent(model, () -> {}).with(journal.fence()).start(journal, "Refund O-1.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("done"));
      assertThat(standings(journal)).containsExactly(Standing.CONFIRMED);
      assertThat(refunds()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aToolThatThrowsIsRolledBackSoNothingIsUnknown(Databases database) throws Exception {
    try (Store store = Store.of(database(database));
        SqlJournal journal = store.open("c");
        ScriptedModel model = refundsOnce()) {
      Refunds.Then breaks =
          () -> {
            throw new IllegalStateException("the far side is down");
          };
      Run run = agent(model, breaks).with(journal.fence()).start(journal, "Refund O-1.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("done"));
      assertThat(answer(journal)).contains("rolled back").doesNotContain("Nobody knows");
      assertThat(standings(journal)).containsExactly(Standing.FAILED);
      assertThat(refunds()).isZero();
    }
  }

  private static String answer(SqlJournal journal) {
    return journal.entries().stream()
        .filter(Answered.class::isInstance)
        .map(entry -> ((Answered) entry).whole())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void anAgentWithoutTheFenceRunsNothing(Databases database) throws Exception {
    try (Store store = Store.of(database(database));
        SqlJournal journal = store.open("c");
        ScriptedModel model = refundsOnce()) {
      Run run = agent(model, () -> {}).start(journal, "Refund O-1.");

      run.result();
      assertThat(standings(journal)).containsExactly(Standing.FAILED);
      assertThat(answer(journal)).contains("fence");
      assertThat(refunds()).isZero();
    }
  }

  /**
   * Whatever statement or commit fails from the call's first write on: in the end there is one
   * refund, and the record knows of it.
   */
  @ParameterizedTest
  @EnumSource
  void whereverTheConnectionIsLostItIsKnownWhatBecameOfIt(Databases database) throws Exception {
    FaultySource faulty = database(database);
    int conversations = 0;
    for (Fault fault : Fault.values()) {
      boolean reached = true;
      for (int nth = 0; reached; nth++) {
        String id = "c" + conversations++;
        reached = refundsOnceInTheEnd(faulty, fault, nth, id);
        assertThat(refunds()).as("%s at %d", fault, nth).isEqualTo(conversations);
      }
    }
  }

  /** Whether the call got as far as the fault. */
  private boolean refundsOnceInTheEnd(FaultySource faulty, Fault fault, int nth, String id) {
    try (Store store = Store.of(faulty)) {
      var armed = new AtomicBoolean();
      Refunds.Then then =
          () -> {
            if (armed.compareAndSet(false, true)) {
              faulty.fail(fault, nth);
            }
          };
      boolean ended = false;
      while (!ended) {
        ended = goesOn(store, id, then);
        letLeasesRunOut(source);
      }
      return faulty.heals();
    }
  }

  /** Whether the run has ended; a process that the journal fails is gone. */
  private static boolean goesOn(Store store, String id, Refunds.Then then) {
    SqlJournal journal = store.open(id);
    Agent agent = persistent(then).with(journal.fence());
    try {
      if (journal.size() == 0 || !(journal.entries().getLast() instanceof RunEnded)) {
        Run run = journal.size() == 0 ? agent.start(journal, "Refund O-1.") : agent.resume(journal);
        assertThat(run.result()).isEqualTo(new RunResult.Answered("done"));
      }
      assertThat(standings(journal))
          .containsOnlyOnce(Standing.CONFIRMED)
          .doesNotContain(Standing.UNKNOWN);
    } catch (JournalException e) {
      assertThat(e.reason()).isEqualTo(JournalException.Reason.IO);
      return false;
    }
    journal.close();
    return true;
  }

  private static Agent persistent(Refunds.Then then) {
    Tools tools = Tools.of(new Refunds(then)).timeout(Duration.ofSeconds(20));
    return Agent.builder(new PersistentModel("refund", ARGUMENTS, "refunded 500"))
        .toolbox(OwnTransactions.of(tools))
        .build();
  }

  /** On SQLite the sleeper's own transaction keeps everybody else from writing meanwhile. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void aHolderThatWasStoppedTooLongCannotCommitItsEffect(Databases database) throws Exception {
    FaultySource faulty = database(database);
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (Store one = Store.of(faulty);
        Store two = Store.of(faulty);
        SqlJournal stopped = one.open("c")) {
      Refunds.Then sleeps =
          () -> {
            begun.countDown();
            goOn.await();
          };
      Run run = agent(refundsOnce(), sleeps).with(stopped.fence()).start(stopped, "Refund O-1.");
      Thread sleeper = Thread.ofVirtual().unstarted(() -> assertLost(run));
      sleeper.start();
      begun.await();
      letLeasesRunOut(source);
      try (SqlJournal journal = two.open("c")) {
        goOn.countDown();
        sleeper.join();
        Agent next = agent(refundsOnce(), () -> {}).with(journal.fence());
        assertThat(next.resume(journal).result()).isEqualTo(new RunResult.Answered("done"));
      }
      assertThat(refunds()).isEqualTo(1);
    }
  }

  private static void assertLost(Run run) {
    assertThatThrownBy(run::result)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.reason()).isEqualTo(JournalException.Reason.IN_USE));
  }
}
