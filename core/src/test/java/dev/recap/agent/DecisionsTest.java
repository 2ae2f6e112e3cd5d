package dev.recap.agent;

import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.lastResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls that wait are decided in any process, or given up; each once. */
class DecisionsTest extends ApprovalFixture {
  @Nested
  class InAnotherProcess {
    @Test
    void theJournalPausesAtTheSameCalls() {
      try (var model = model(mails("ann"))) {
        List<ToolCall> before = waiting(run(model));

        assertThat(waiting(agent(model).resume(journal))).isEqualTo(before);
      }
    }

    @Test
    void aCallCanBeDecidedAtOnce() {
      try (var model = model(mails("ann"), ok)) {
        ToolCall call = waiting(run(model)).getFirst();
        Run resumed = agent(model).resume(journal);
        resumed.approve(call, "Pat");

        assertThat(resumed.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("mailed ann");
      }
    }

    @Test
    void whatWasDecidedStands() {
      try (var model = model(looksUpAndMails("ann", "bob"), ok)) {
        Run first = run(model);
        List<ToolCall> both = waiting(first);
        first.deny(both.getFirst(), "Pat", "");
        Run resumed = agent(model).resume(journal);
        resumed.approve(both.getLast(), "Pat");

        assertThat(resumed.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).contains("mailed bob").doesNotContain("mailed ann");
      }
    }
  }

  @Nested
  class WhenTheRunIsCancelled {
    @Test
    void whatWaitsIsNotExecutedAndTheConversationCanGoOn() {
      try (var model = model(mails("ann"), ok)) {
        Run run = run(model);
        run.result();
        run.cancel();

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(run.send("Go on.").result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).isEmpty();
        assertThat(lastResult(model)).isEqualTo("mail was not executed: the run was cancelled.");
      }
    }
  }

  @Nested
  class ItIsAMistake {
    private void refuses(Runnable what, String why) {
      assertThatThrownBy(what::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }

    @Test
    void toDecideACallThatDoesNotWait() {
      try (var model = model(looksUpAndMails("ann"))) {
        Run run = run(model);
        ToolCall mail = waiting(run).getFirst();

        refuses(
            () -> run.approve(new ToolCall(mail.id(), "mail", "{\"to\":\"eve\"}"), "Pat"),
            "does not wait for a person; these wait for a person: [" + mail.id() + "]");
      }
    }

    @Test
    void toDecideTwice() {
      try (var model = model(mails("ann"))) {
        Run run = run(model);
        ToolCall mail = waiting(run).getFirst();
        run.approve(mail, "Pat");

        refuses(() -> run.deny(mail, "Pat", "No."), "was decided already");
      }
    }

    @Test
    void toSendAMessageWhileCallsWait() {
      try (var model = model(mails("ann"))) {
        Run run = run(model);
        run.result();

        assertThatThrownBy(() -> run.send("Go on."))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("approve or deny them");
        refuses(() -> agent(model).send(journal, "Go on."), "has not ended");
      }
    }
  }
}
