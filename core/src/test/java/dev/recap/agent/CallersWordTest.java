package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.Answered;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.testing.Replies;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever runs the agent says what became of a call. */
class CallersWordTest extends SettlementFixture {
  private final Journal journal = Journal.inMemory();

  @Test
  void aPausedRunGoesOn() {
    try (var model = model(wires("O-1"), wires("O-1"), ok)) {
      Run run = agent(model).start(journal, "Go.");
      run.settle(unsettled(run.result()), Outcome.CONFIRMED, "seen in the books");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(model.requests().get(1).messages().getLast().text())
          .endsWith("took effect. Receipt: \"seen in the books\"");
      assertThat(lastResult(model)).endsWith("Its receipt: seen in the books");
    }
    bank.gate.countDown();
  }

  @Test
  void itCanBeIteratedAgain() {
    try (var model = model(wires("O-1"), ok)) {
      Run run = agent(model).start(journal, "Go.");
      run.forEach(turn -> assertThat(turn.number()).isEqualTo(1));
      run.settle(unsettled(run.result()), Outcome.CONFIRMED, "");

      run.forEach(turn -> assertThat(turn.number()).isEqualTo(2));
      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
    }
    bank.gate.countDown();
  }

  @Test
  void thatItFailedTheCallMayBeMadeAgain() throws InterruptedException {
    try (var model = model(wires("BAD-1"), pays("BAD-1"), ok)) {
      Run run = agent(model).start(journal, "Go.");
      RunResult paused = run.result();
      bank.theWireGoesThrough();
      run.settle(unsettled(paused), Outcome.FAILED, "");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(run.ledger().effect(unsettled(paused).key())).isEmpty();
    }
  }

  @Test
  void inAnotherProcessTheJournalIsSettledAndResumed() {
    RunResult paused;
    try (var model = model(wires("O-1"))) {
      paused = agent(model).start(journal, "Go.").result();
    }
    try (var model = model(ok)) {
      Agent another = agent(model);
      another.settle(journal, unsettled(paused).key(), Outcome.CONFIRMED, "seen in the books");

      assertThat(another.resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(lastText(model)).startsWith("O-1: wire of turn 1");
    }
    bank.gate.countDown();
  }

  @Test
  void aPausedRunHasNoEndInTheJournal() {
    try (var model = model(wires("O-1"))) {
      agent(model).start(journal, "Go.").result();

      assertThat(entries(journal, RunEnded.class)).isEmpty();
    }
    bank.gate.countDown();
  }

  @Test
  void orSendsAMessageAllTheSameTheEffectStaysBlocked() {
    try (var model = model(wires("O-1"), wires("O-1"), ok)) {
      Run run = agent(model).start(journal, "Go.");
      run.result();

      assertThat(run.send("Go on.").result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(entries(journal, RunEnded.class))
          .containsExactly(new RunEnded("UnsettledEffect"), new RunEnded("Answered"));
      assertThat(lastResult(model)).contains("nobody knows yet");
    }
    bank.gate.countDown();
  }

  @Test
  void afterARunHasEndedAMessageCanBeSent() {
    try (var model = model(wires("O-1"), ok, Replies.saying("Fine."))) {
      Agent agent = agent(model);
      Run first = agent.start(journal, "Go.");
      IdempotencyKey key = unsettled(first.result()).key();
      first.send("Go on.").result();

      agent.settle(journal, key, Outcome.CONFIRMED, "");

      assertThat(agent.send(journal, "And now?").result())
          .isEqualTo(new RunResult.Answered("Fine."));
    }
    bank.gate.countDown();
  }

  @Test
  void ofACallThatTheProcessDiedInTheCallIsAnsweredWithIt() {
    try (var model = model(wires("O-1"))) {
      agent(model).start(journal, "Go.").result();
    }
    bank.gate.countDown();
    Journal killed = Journal.inMemory();
    journal.entries().stream()
        .takeWhile(entry -> !(entry instanceof Answered))
        .forEach(killed::append);
    IdempotencyKey key = entries(killed, Intended.class).getFirst().key();
    try (var model = model(ok)) {
      agent(model).settle(killed, key, Outcome.CONFIRMED, "seen in the books");

      assertThat(agent(model).resume(killed).result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(lastResult(model)).isEqualTo("seen in the books");
    }
  }

  @Test
  void itClosesTheItemThatTheCallCloses() {
    Journal whole = Journal.inMemory();
    try (var model = model(pays("O-1"), ok)) {
      agent(model).start(whole, "Go.").result();
    }
    whole.entries().stream()
        .takeWhile(entry -> !(entry instanceof Answered))
        .forEach(journal::append);
    IdempotencyKey key = entries(journal, Intended.class).getFirst().key();

    agent(model()).settle(journal, key, Outcome.CONFIRMED, "paid");

    assertThat(Ledger.of(journal.entries()).latest(new WorkItem("O-1")).orElseThrow().isOpen())
        .isFalse();
  }

  @Nested
  class ItIsAMistake {
    @Test
    void toSettleWhatIsNotUnsettled() {
      try (var model = model(ok)) {
        Run run = agent(model).start("Go.");

        assertThatThrownBy(() -> run.settle(new IdempotencyKey("wire:1"), Outcome.CONFIRMED, ""))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("no effect under key 'wire:1' is unsettled");
        run.result();
      }
    }

    @Test
    void toSettleItAsUnknown() {
      try (var model = model(wires("O-1"))) {
        Run run = agent(model).start("Go.");
        LedgerEffect effect = unsettled(run.result());

        assertThatThrownBy(() -> run.settle(effect, Outcome.UNKNOWN, ""))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("CONFIRMED or FAILED");
      }
      bank.gate.countDown();
    }
  }
}
