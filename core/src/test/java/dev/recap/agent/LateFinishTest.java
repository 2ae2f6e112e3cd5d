package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Settled;
import dev.recap.journal.Settled.How;
import dev.recap.testing.Replies;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import org.junit.jupiter.api.Test;

/** A tool is given up at its limit and finishes all the same. */
class LateFinishTest extends SettlementFixture {
  private Replies wiresAndWaits(String order) {
    return wires(order).andCalling("wait_for_wire", "{}");
  }

  /** The wire is given up after 300 ms; the next call of the same reply waits until it is done. */
  @Test
  void theRunGoesOnAndTheModelIsToldInARemark() {
    try (var model = model(wiresAndWaits("O-1"), ok)) {
      Run run = agent(model).start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(lastText(model))
          .isEqualTo(
              "O-1: wire of turn 1, whose outcome was unknown, was executed and took effect."
                  + " Receipt: \"wired: (b)all of it(/b)\"");
      assertThat(run.ledger().unsettled()).isEmpty();
    }
  }

  @Test
  void theAnswerThatWasSentStaysAsItWas() {
    try (var model = model(wiresAndWaits("O-1"), ok)) {
      agent(model).start("Go.").result();

      assertThat(lastResult(model)).startsWith("wire timed out after 300 ms. Nobody knows yet");
    }
  }

  @Test
  void anEntrySettlesItBeforeTheNextRequest() {
    try (var model = model(wiresAndWaits("O-1"), ok)) {
      Run run = agent(model).start("Go.");
      run.result();

      assertThat(entries(run.journal(), Settled.class))
          .singleElement()
          .satisfies(settled -> {
            assertThat(settled.how()).isEqualTo(How.LATE_FINISH);
            assertThat(settled.outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(settled.receipt()).isEqualTo("wired:\n<b>all of it</b>");
          });
    }
  }

  @Test
  void aRepeatIsAnsweredByItsReceipt() {
    try (var model = model(wiresAndWaits("O-1"), wires("O-1"), ok)) {
      agent(model).start("Go.").result();

      assertThat(bank.done).containsOnlyOnce("wired O-1");
      assertThat(lastResult(model)).startsWith("Done already in turn 1");
    }
  }

  @Test
  void aRefusalFreesItsKey() {
    try (var model = model(wiresAndWaits("BAD-1"), ok)) {
      Run run = agent(model).start("Go.");
      run.result();

      IdempotencyKey key = entries(run.journal(), Intended.class).getFirst().key();
      assertThat(run.ledger().effect(key)).isEmpty();
      assertThat(lastText(model))
          .endsWith(
              "was not executed and had no effect; it may be called again. It said: \"there is no"
                  + " such account\"");
    }
  }

  /** It was interrupted wherever it stood: that it broke off does not say how far it came. */
  @Test
  void anExceptionAfterTheInterruptionSettlesNothing() {
    try (var model = model(wiresAndWaits("BROKEN-1"))) {
      Run run = agent(model).start("Go.");

      assertThat(run.result()).isInstanceOf(RunResult.UnsettledEffect.class);
      assertThat(entries(run.journal(), Settled.class)).isEmpty();
    }
  }

  @Test
  void aPausedRunThatIsResumedInTheSameProcessTakesTheAnswer() throws InterruptedException {
    try (var model = model(wires("O-1"), ok)) {
      Agent agent = agent(model);
      Journal journal = Journal.inMemory();
      assertThat(agent.start(journal, "Go.").result())
          .isInstanceOf(RunResult.UnsettledEffect.class);

      bank.theWireGoesThrough();

      assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(lastText(model)).startsWith("O-1: wire of turn 1");
    }
  }

  /** One agent a request, over the same tools: it must not take the call for ended. */
  @Test
  void anotherAgentOfTheProcessTakesTheAnswerToo() throws InterruptedException {
    try (var model = model(wires("O-1"), ok)) {
      Journal journal = Journal.inMemory();
      agent(model).start(journal, "Go.").result();

      bank.theWireGoesThrough();

      assertThat(agent(model).resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(entries(journal, Settled.class))
          .extracting(Settled::how)
          .containsExactly(How.LATE_FINISH);
    }
  }

  @Test
  void aPausedRunThatIsResumedTooEarlyPausesAgain() {
    try (var model = model(wires("O-1"))) {
      Agent agent = agent(model);
      Journal journal = Journal.inMemory();
      agent.start(journal, "Go.").result();

      assertThat(agent.resume(journal).result()).isInstanceOf(RunResult.UnsettledEffect.class);
    }
    bank.gate.countDown();
  }
}
