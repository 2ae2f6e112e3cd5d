package dev.recap.desk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.journal.JournalException;
import dev.recap.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRunTest {
  private static final List<String> THREE = List.of("TICKET-1", "TICKET-2", "TICKET-3");

  /** Six calls a ticket, one that finds the queue empty, and the last word. */
  private static final int REPLIES_OF_THREE = 20;

  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void worksTheQueueAndSaysWhatItSpent() {
    office.order(3, 1, Budget.NONE);
    var clerk = new Clerk();

    assertThat(office.run(clerk).work("b").state()).isEqualTo(State.DONE);

    assertThat(office.completed()).isEqualTo(THREE);
    assertThat(clerk.asked()).isEqualTo(REPLIES_OF_THREE);
    Progress progress = office.progress();
    assertThat(progress.state()).isEqualTo("done");
    assertThat(progress.queue()).isEqualTo(new QueueCounts(0, 0, 3));
    assertThat(progress.spentTokens()).isEqualTo(REPLIES_OF_THREE * 1_100L);
    assertThat(progress.spentDollars()).isCloseTo(0.03, within(1e-9));
    assertThat(progress.workers()).extracting(Progress.Worker::holder).containsOnlyNulls();
    assertThatThrownBy(() -> office.run(clerk).work("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'b'", "done");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void severalWorkersShareTheQueueAndNoTicketIsWorkedTwice(int workers) {
    office.order(6, workers, Budget.NONE);

    assertThat(office.run(new Clerk()).work("b").state()).isEqualTo(State.DONE);

    assertThat(office.completed()).hasSize(6);
    assertThat(office.done("mark_complete")).hasSize(6).doesNotHaveDuplicates();
    assertThat(office.done("get_next_ticket")).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void aWishToStopIsMetAfterTheTurnInHandAndAnotherProcessGoesOn() {
    office.order(3, 1, Budget.NONE);
    var clerk =
        new Clerk(times -> {
          if (times == 4) {
            office.stop().ask();
          }
        });

    assertThat(office.run(clerk).work("b").state()).isEqualTo(State.STOPPED);

    assertThat(office.done("route_to_team")).containsExactly("TICKET-1");
    assertThat(office.progress().workers()).extracting(Progress.Worker::holder).containsOnlyNulls();
    var next = new Clerk();
    try (var other = new Office(folder)) {
      assertThat(other.run(next).work("b").state()).isEqualTo(State.DONE);
      assertThat(other.said()).isEmpty();
    }
    assertThat(clerk.asked() + next.asked()).isEqualTo(REPLIES_OF_THREE);
    assertThat(office.done("mark_complete")).isEqualTo(THREE);
  }

  @Test
  void aModelThatFailsLeavesTheBatchToBeResumed() {
    office.order(3, 1, Budget.NONE);
    var failing =
        new Clerk(times -> {
          if (times == 9) {
            throw new ModelException(ModelException.Category.PROVIDER, "overloaded", null, null);
          }
        });

    Batch failed = office.run(failing).work("b");

    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.remark()).isEqualTo("overloaded");
    try (var other = new Office(folder)) {
      assertThat(other.run(new Clerk()).work("b").state()).isEqualTo(State.DONE);
    }
    assertThat(office.done("mark_complete")).isEqualTo(THREE);
  }

  @Nested
  class WhenTheProcessDies {
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Future<?> dead;

    /** Works until it was asked so often, and says nothing more. */
    private void diesAt(int reply) throws InterruptedException {
      var reached = new CountDownLatch(1);
      var clerk =
          new Clerk(times -> {
            if (times == reply) {
              reached.countDown();
              await(never);
            }
          });
      dead = threads.submit(() -> office.run(clerk).work("b"));
      reached.await();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @AfterEach
    void wakesUp() throws Exception {
      never.countDown();
      dead.get();
      threads.close();
    }

    private ProcessName ofThisMachine() {
      ProcessName me = ProcessName.ofThisOne();
      return new ProcessName(me.number(), me.began() - 1, me.machine());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 13, 19, 20})
    void anotherOneOfThisMachineTakesOverAtOnceAndRepeatsNothing(int reply) throws Exception {
      office.order(3, 1, Budget.NONE);
      diesAt(reply);
      office.holderIs(ofThisMachine());
      assertThat(office.progress().state()).isEqualTo("died");

      var next = new Clerk();
      try (var other = new Office(folder)) {
        assertThat(other.run(next).work("b").state()).isEqualTo(State.DONE);
        assertThat(other.said()).singleElement().asString().contains("is dead", "batch/b/1");
      }
      assertThat(next.asked()).isEqualTo(REPLIES_OF_THREE - reply + 1);
      assertThat(office.done("mark_complete")).isEqualTo(THREE);
      assertThat(office.done("get_next_ticket")).isEqualTo(THREE);
    }

    @Test
    void anotherOneOfAnotherMachineWaitsForTheLease() throws Exception {
      office.order(3, 1, Budget.NONE);
      diesAt(5);
      office.holderIs(new ProcessName(1, 1, "elsewhere"));
      office.say("UPDATE recap_conversation SET lease_until = lease_until - 89000");

      try (var other = new Office(folder)) {
        assertThat(other.run(new Clerk()).work("b").state()).isEqualTo(State.DONE);
        assertThat(other.said()).singleElement().asString().contains("elsewhere", "waits");
      }
      assertThat(office.done("mark_complete")).isEqualTo(THREE);
    }

    @Test
    void oneThatIsThereIsLeftAlone() throws Exception {
      office.order(3, 1, Budget.NONE);
      diesAt(5);

      try (var other = new Office(folder)) {
        assertThatThrownBy(() -> other.run(new Clerk()).work("b"))
            .isInstanceOf(JournalException.class)
            .hasMessageContaining(ProcessName.ofThisOne().text());
        assertThat(other.progress().state()).isEqualTo("running");
      }
    }

    @Test
    void whoWantsItToEndIsHeardByTheOneThatWorksIt() throws Exception {
      office.order(3, 1, Budget.NONE);
      diesAt(9);

      try (var other = new Office(folder)) {
        assertThat(other.run(new Clerk()).cancel("b", "Bob")).isFalse();
      }
      never.countDown();
      dead.get();

      assertThat(office.progress().state()).isEqualTo("cancelled");
      assertThat(office.progress().remark()).isEqualTo("by Bob");
      assertThat(office.tickets().counts()).isEqualTo(new QueueCounts(2, 0, 1));
    }

    @Test
    void whoWantsItToEndHasItEndedAtOnceWhereNobodyWorksIt() throws Exception {
      office.order(3, 1, Budget.NONE);
      diesAt(9);
      office.holderIs(ofThisMachine());

      try (var other = new Office(folder)) {
        assertThat(other.run(new Clerk()).cancel("b", "Bob")).isTrue();
        assertThat(other.tickets().counts()).isEqualTo(new QueueCounts(2, 0, 1));
        assertThatThrownBy(() -> other.run(new Clerk()).work("b"))
            .hasMessageContaining("cancelled");
      }
    }
  }

  @Nested
  class WithABudget {
    @ParameterizedTest
    @ValueSource(longs = {10_000, 20_000, 30_000})
    void inTokensItStopsBeforeItOverspends(long tokens) {
      office.order(3, 2, new Budget(Double.POSITIVE_INFINITY, tokens));

      Batch stopped = office.run(new Clerk()).work("b");

      assertThat(stopped.state()).isEqualTo(State.OVER_BUDGET);
      assertThat(stopped.remark()).contains("%,d".formatted(tokens));
      assertThat(office.progress().spentTokens()).isLessThanOrEqualTo(tokens);
      office.batches().budget("b", Budget.NONE);
      assertThat(office.run(new Clerk()).work("b").state()).isEqualTo(State.DONE);
      assertThat(office.done("mark_complete")).isEqualTo(THREE);
    }

    @Test
    void inMoneyWhatWasSpentBeforeCounts() {
      office.order(3, 1, new Budget(0.045, Long.MAX_VALUE));

      Batch stopped = office.run(new Clerk()).work("b");

      assertThat(stopped.state()).isEqualTo(State.OVER_BUDGET);
      double spent = office.progress().spentDollars();
      assertThat(spent).isPositive().isLessThanOrEqualTo(0.045);
      var again = new Clerk();
      assertThat(office.run(again).work("b").state()).isEqualTo(State.OVER_BUDGET);
      assertThat(again.asked()).isZero();
      assertThat(office.progress().spentDollars()).isEqualTo(spent);
    }
  }
}
