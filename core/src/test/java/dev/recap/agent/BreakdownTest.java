package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.looksPaintsAndFinishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.testing.Replies;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks in this process is not the death of the process: the run goes on or ends typed. */
class BreakdownTest {
  private final PaintShop shop = new PaintShop();
  private final Replies batch = looksPaintsAndFinishes();

  private AgentBuilder agent(Model model, Toolbox tools) {
    return Agent.builder(model).toolbox(tools).compaction(Compaction.none());
  }

  /** Two answers came, then it threw: what is known is on record, the rest is unknown. */
  @Test
  void aToolboxThatThrowsInTheMiddle() {
    var odd =
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              inner.runAll(calls.subList(0, 2), answered);
              throw new IllegalStateException("the connection to the tools is gone");
            });
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
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              inner.runAll(calls.subList(0, 1), answered);
              inner.runAll(calls.subList(0, 1), answered);
              answered.accept(new ToolAnswer("call-x", "done", Outcome.CONFIRMED, null));
            });
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
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              answered.accept(
                  new ToolAnswer(
                      calls.getFirst().call().id(),
                      "closed",
                      Outcome.CONFIRMED,
                      new ToolAnswer.WorkChange.Closes(List.of())));
            });
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
        new OddToolbox(
            Tools.of(new Bank()),
            (inner, calls, answered) -> {
              throw new IllegalStateException("gone");
            });
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
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              throw new AssertionError("nothing may run");
            }) {
          @Override
          public CheckedCall check(ToolCall call) {
            throw new IllegalStateException("no schema");
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
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              throw new NoClassDefFoundError("org/example/Gone");
            });
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
        new OddToolbox(Tools.of(shop), Toolbox::runAll) {
          @Override
          public CheckedCall check(ToolCall call) {
            read.add(call.id());
            return super.check(call);
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
}
