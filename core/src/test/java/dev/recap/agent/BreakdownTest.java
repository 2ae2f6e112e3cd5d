package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.SettlementFixture.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.model.ToolSpec;
import dev.recap.testing.Replies;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What breaks in this process is not the death of the process: the run goes on or ends typed. */
class BreakdownTest {
  private final PaintShop shop = new PaintShop();
  private final Replies batch =
      calls("look_at", "{'thing':'T-1'}")
          .andCalling("paint", "{\"thing\":\"T-2\",\"color\":\"red\"}")
          .andCalling("finish", "{\"thing\":\"T-3\"}");

  /** Somebody else's toolbox over tools of ours, which does as a test wants. */
  private abstract static class Odd implements Toolbox {
    final Toolbox inner;

    Odd(Toolbox inner) {
      this.inner = inner;
    }

    @Override
    public List<ToolSpec> specs() {
      return inner.specs();
    }

    @Override
    public Optional<ToolDeclaration> declaration(String tool) {
      return inner.declaration(tool);
    }

    @Override
    public CheckedCall check(ToolCall call) {
      return inner.check(call);
    }
  }

  private AgentBuilder agent(dev.recap.model.Model model, Toolbox tools) {
    return Agent.builder(model).toolbox(tools).compaction(Compaction.none());
  }

  /** Two answers came, then it threw: what is known is on record, the rest is unknown. */
  @Test
  void aToolboxThatThrowsInTheMiddle() {
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            inner.runAll(calls.subList(0, 2), answered);
            throw new IllegalStateException("the connection to the tools is gone");
          }
        };
    try (var model = model(batch, Replies.saying("Ok."))) {
      Run run = agent(model, odd).build().start("Go.");

      assertThat(run.result()).isInstanceOf(RunResult.UnsettledEffect.class);
      assertThat(entries(run.journal(), Answered.class))
          .extracting(Answered::standing)
          .containsExactlyInAnyOrder(Standing.CONFIRMED, Standing.CONFIRMED, Standing.UNKNOWN);
    }
  }

  @Test
  void aToolboxThatForgetsACallOrAnswersOneThatNobodyMade() {
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            inner.runAll(calls.subList(0, 1), answered);
            inner.runAll(calls.subList(0, 1), answered);
            answered.accept(
                new ToolAnswer("call-x", "done", dev.recap.work.Outcome.CONFIRMED, null));
          }
        };
    try (var model = model(batch, Replies.saying("Ok."))) {
      Run run = agent(model, odd).build().start("Go.");
      run.result();

      assertThat(entries(run.journal(), Answered.class)).hasSize(3);
    }
  }

  /** It says that a call without an item has closed one: that it took effect is on record. */
  @Test
  void aToolboxThatAnswersWhatCannotBe() {
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            answered.accept(
                new ToolAnswer(
                    calls.getFirst().call().id(),
                    "closed",
                    dev.recap.work.Outcome.CONFIRMED,
                    new dev.recap.tool.ToolAnswer.WorkChange.Closes(List.of())));
          }
        };
    try (var model = model(calls("mail", "{'to':'ann'}"), Replies.saying("Ok."))) {
      Run run = agent(model, odd).build().start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(entries(run.journal(), Answered.class))
          .extracting(Answered::standing)
          .containsExactly(Standing.CONFIRMED);
    }
  }

  @Test
  void oneOfTwoToolboxesThatThrowsDoesNotKeepTheOtherFromRunning() {
    var odd =
        new Odd(Tools.of(new Bank())) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            throw new IllegalStateException("gone");
          }
        };
    var reply =
        calls("pay", "{'order':'O-1'}")
            .andCalling("paint", "{\"thing\":\"T-1\",\"color\":\"red\"}");
    try (var model = model(reply, Replies.saying("Ok."))) {
      Run run = agent(model, Toolbox.of(odd, Tools.of(shop))).build().start("Go.");
      run.result();

      assertThat(shop.done).containsExactly("painted T-1 RED");
      assertThat(run.ledger().unsettled()).hasSize(1);
    }
  }

  @Test
  void aToolboxThatThrowsWhenItIsToReadACallOrToLookItUp() {
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public CheckedCall check(ToolCall call) {
            throw new IllegalStateException("no schema");
          }

          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            throw new AssertionError("nothing may run");
          }
        };
    try (var model = model(batch, Replies.saying("Ok."))) {
      Run run = agent(model, odd).build().start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(entries(run.journal(), Answered.class))
          .extracting(Answered::standing)
          .containsOnly(Standing.REJECTED);
    }
  }

  /** An {@code Error} of the class path, as a half-updated application throws it. */
  @Test
  void aToolboxWhoseClassesAreGone() {
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            throw new NoClassDefFoundError("org/example/Gone");
          }
        };
    try (var model = model(calls("look_at", "{'thing':'T-1'}"), Replies.saying("Ok."))) {
      assertThat(agent(model, odd).build().start("Go.").result())
          .isEqualTo(new RunResult.Answered("Ok."));
    }
  }

  /** Two requests of a web application resume the same conversation. */
  @Test
  void aRunThatAnotherOneHasOvertakenWritesNothingMore() {
    Journal journal = Journal.inMemory();
    var mail = calls("mail", "{'to':'ann'}");
    try (var model = model(mail, Replies.saying("Ok."))) {
      Agent agent = agent(model, Tools.of(shop)).approve(call -> true).build();
      ToolCall waiting =
          ((RunResult.ApprovalNeeded) agent.start(journal, "Go.").result()).calls().getFirst();
      Run one = agent.resume(journal);
      Run other = agent.resume(journal);
      one.approve(waiting, "Pat");
      one.result();

      assertThatThrownBy(() -> other.approve(waiting, "Kim"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another run went on with this journal");
      assertThat(shop.done).containsExactly("mailed ann");
    }
  }

  /** Sixteen calls on one item run one after the other, and each is read once. */
  @Test
  void eachCallOfAReplyIsReadOnce() {
    var read = new ArrayList<String>();
    var counting =
        new Odd(Tools.of(shop)) {
          @Override
          public CheckedCall check(ToolCall call) {
            read.add(call.id());
            return inner.check(call);
          }

          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            inner.runAll(calls, answered);
          }
        };
    Replies reply = calls("paint", "{'thing':'T-1','color':'red'}");
    for (int i = 1; i < 16; i++) {
      reply.andCalling("paint", "{\"thing\":\"T-1\",\"color\":\"green\"}");
    }
    try (var model = model(reply, Replies.saying("Ok."))) {
      agent(model, counting).build().start("Go.").result();

      assertThat(read).hasSize(16).doesNotHaveDuplicates();
    }
  }

  /** A journal that counts how often it was made durable, and fails when a test wants it. */
  private static final class Disk implements Journal {
    final Journal journal = Journal.inMemory();
    final List<List<String>> synced = new ArrayList<>();
    boolean full;
    boolean wasFull;

    @Override
    public void append(List<? extends Entry> entries) {
      if (full) {
        throw new IllegalStateException("the disk is full");
      }
      synced.add(entries.stream().map(entry -> entry.getClass().getSimpleName()).toList());
      journal.append(entries);
    }

    @Override
    public long size() {
      return journal.size();
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      journal.read(from, each);
    }
  }

  @Test
  void whatMayBeDurableTogetherIsSyncedTogether() {
    var disk = new Disk();
    var model = model(calls("look_at", "{'thing':'T-1'}"), batch, Replies.saying("Ok."));
    try (model) {
      agent(model, Tools.of(shop)).build().start(disk, "Go.").result();

      assertThat(disk.synced.subList(0, 3))
          .containsExactly(
              List.of("RunStarted", "UserSaid"),
              List.of("Replied", "Intended"),
              List.of("Answered"));
      assertThat(disk.synced.get(3)).containsExactly("Replied", "Intended", "Intended", "Intended");
    }
  }

  /** A change is on record when it is known, not when its slowest sibling is done. */
  @Test
  void aChangeIsOnRecordBeforeItsSlowSiblingIsDone() {
    var disk = new Disk();
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            inner.runAll(calls.subList(1, 2), answered);
            assertThat(entries(disk, Intended.class)).hasSize(3);
            assertThat(entries(disk, Answered.class)).hasSize(1);
            inner.runAll(List.of(calls.getFirst(), calls.getLast()), answered);
          }
        };
    try (var model = model(batch, Replies.saying("Ok."))) {
      assertThat(agent(model, odd).build().start(disk, "Go.").result())
          .isEqualTo(new RunResult.Answered("Ok."));
    }
  }

  @Test
  void aJournalThatFailsStopsTheRunAndNothingMoreIsDone() {
    var disk = new Disk();
    var odd =
        new Odd(Tools.of(shop)) {
          @Override
          public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
            disk.full = !disk.wasFull;
            disk.wasFull = true;
            inner.runAll(calls, answered);
          }
        };
    try (var model = model(batch, Replies.saying("Ok."))) {
      Run run = agent(model, odd).build().start(disk, "Go.");

      assertThatThrownBy(run::result).hasMessage("the disk is full");
      disk.full = false;
      // The answers that were not written are still known, and the same run goes on.
      assertThat(run.result()).isInstanceOf(RunResult.class);
      assertThat(entries(disk, Answered.class)).hasSize(3);
    }
  }
}
