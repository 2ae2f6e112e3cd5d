package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.RunEnded;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Some calls run only when a person says yes. */
class ApprovalTest extends ApprovalFixture {
  @Nested
  class WhenACallNeedsAYes {
    @Test
    void theRunPausesAndNothingOfTheReplyRuns() {
      try (var model = model(looksUpAndMails("ann", "bob"))) {
        Run run = run(model);

        assertThat(waiting(run))
            .extracting(ToolCall::arguments)
            .containsExactly("{\"to\":\"ann\"}", "{\"to\":\"bob\"}");
        assertThat(shop.done).isEmpty();
        assertThat(journal.entries()).noneMatch(RunEnded.class::isInstance);
      }
    }

    @Test
    void itStaysPausedUntilAllAreDecided() {
      try (var model = model(looksUpAndMails("ann", "bob"))) {
        Run run = run(model);
        run.approve(waiting(run).getFirst(), "Pat");

        assertThat(waiting(run))
            .extracting(ToolCall::arguments)
            .containsExactly("{\"to\":\"bob\"}");
        assertThat(shop.done).isEmpty();
      }
    }

    @Test
    void anApprovedCallRunsAndADeniedOneIsAnsweredWithTheReason() {
      try (var model = model(looksUpAndMails("ann", "bob"), ok)) {
        Run run = run(model);
        List<ToolCall> waiting = waiting(run);
        run.deny(waiting.getFirst(), "Pat", "Ann is on holiday.");
        run.approve(waiting.getLast(), "Pat");

        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactlyInAnyOrder("looked up glue", "mailed bob");
        assertThat(lastResults(model))
            .extracting(ToolResult::content)
            .contains("mail was not executed: it was denied. The reason given: Ann is on holiday.");
        assertThat(lastResults(model))
            .extracting(ToolResult::error)
            .containsExactly(false, true, false);
      }
    }

    @Test
    void aCallMayBeDeniedWithoutAReason() {
      try (var model = model(mails("ann"), ok)) {
        Run run = run(model);
        run.deny(waiting(run).getFirst(), "Pat", "");
        run.result();

        assertThat(lastResult(model)).isEqualTo("mail was not executed: it was denied.");
      }
    }

    /** Under the same id: the yes was for the call of another turn. */
    @Test
    void theYesCountsForThisCallAlone() {
      try (var model = model(mails("nobody"), mails("nobody"))) {
        Run run = run(model);
        run.approve(waiting(run).getFirst(), "Pat");

        assertThat(waiting(run)).hasSize(1);
        assertThat(shop.done).isEmpty();
      }
    }

    @Test
    void theTurnIsGivenBeforeThePauseAndTheNextOneAfterIt() {
      try (var model = model(mails("ann"), ok)) {
        Run run = run(model);
        List<Integer> turns = new ArrayList<>();
        run.forEach(turn -> turns.add(turn.number()));
        assertThat(turns).containsExactly(1);

        run.approve(waiting(run).getFirst(), "Pat");
        run.forEach(turn -> turns.add(turn.number()));

        assertThat(turns).containsExactly(1, 2);
      }
    }

    @Test
    void thePauseIsTheSameHoweverOftenItIsAskedFor() {
      try (var model = model(mails("ann"))) {
        Run run = run(model);

        assertThat(run.result()).isEqualTo(run.result());
      }
    }
  }

  @Nested
  class NoYesIsNeeded {
    private Run approvingOnce(ScriptedModel model) {
      Run run = run(model);
      run.approve(waiting(run).getFirst(), "Pat");
      return run;
    }

    @Test
    void forACallThatIsAnsweredByItsReceipt() {
      try (var model = model(mails("ann"), mails("ann"), ok)) {
        assertThat(approvingOnce(model).result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("mailed ann");
      }
    }

    @Test
    void forACallWithWrongArguments() {
      try (var model = model(calls("mail", "{'from':'ann'}"), ok)) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Answered("Ok."));
      }
    }
  }

  /** Painting a closed thing needs no yes, as it does not run; then an earlier call reopens it. */
  @Test
  void aCallThatRunsOnlyBecauseOfAnEarlierOneWaitsWhenItsTimeHasCome() {
    try (var model =
        model(
            opens(),
            finishes("T-1"),
            calls("reopen", "{'thing':'T-1'}")
                .andCalling("paint", "{\"thing\":\"T-1\",\"color\":\"red\"}"),
            ok)) {
      Run run =
          Agent.builder(model)
              .tools(shop)
              .approve(call -> call.tool().equals("paint"))
              .compaction(Compaction.none())
              .build()
              .start("Go.");

      assertThat(waiting(run)).extracting(ToolCall::tool).containsExactly("paint");
      assertThat(shop.done).endsWith("reopened T-1");

      run.approve(waiting(run).getFirst(), "Pat");
      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(shop.done).endsWith("painted T-1 RED");
    }
  }

  /** A tool that asks for a yes by itself. */
  public static final class Safe {
    @Tool(value = "Opens the safe.", effect = Effect.ONCE, scope = Scope.JOURNAL, approval = true)
    public String openSafe() {
      return "open";
    }
  }

  @Test
  void aToolCanSayItselfThatItNeedsAYes() {
    try (var model = model(Replies.calling("open_safe", "{}"))) {
      Run run = Agent.builder(model).tools(new Safe()).build().start("Go.");

      assertThat(waiting(run)).hasSize(1);
    }
  }
}
