package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastText;
import static dev.recap.agent.Seen.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Settled;
import dev.recap.journal.Settled.How;
import dev.recap.work.WorkItem;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A tool says by a look-up whether an interrupted call took effect. */
class DeclaredLookUpTest extends SettlementFixture {
  /** What is left when the process dies right after a call was begun, or done. */
  private Journal killedAfter(Predicate<Entry> last) {
    Journal whole = Journal.inMemory();
    try (var model = model(pays("O-1"), ok)) {
      Agent.builder(model)
          .tools(bank)
          .runIds(() -> "run-1")
          .compaction(Compaction.none())
          .build()
          .start(whole, "Go.")
          .result();
    }
    return upTo(last, whole);
  }

  @Test
  void aCallThatHadHappenedWhenTheProcessDiedIsAnsweredWithItsResult() {
    Journal journal = killedAfter(Intended.class::isInstance);
    try (var model = model(ok)) {
      Run run = agent(model).resume(journal);

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(bank.done).containsExactly("paid O-1");
      assertThat(lastResult(model)).isEqualTo("{\"order\":\"O-1\",\"number\":1}");
      assertThat(run.ledger().latest(new WorkItem("O-1")).orElseThrow().isOpen()).isFalse();
    }
  }

  @Test
  void aCallThatHadNotHappenedIsSaidToHaveFailedAndMayBeMadeAgain() {
    Journal journal = killedAfter(Intended.class::isInstance);
    bank.book.clear();
    bank.done.clear();
    try (var model = model(pays("O-1"), ok)) {
      assertThat(agent(model).resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));

      assertThat(bank.done).containsExactly("paid O-1");
      assertThat(entries(journal, Answered.class))
          .extracting(Answered::standing)
          .containsExactly(Standing.FAILED, Standing.CONFIRMED);
      assertThat(entries(journal, Answered.class).getFirst().whole())
          .isEqualTo(
              "The process stopped while pay was running. It had no effect and may be called"
                  + " again.");
    }
  }

  @Test
  void aLookUpThatFailsLeavesItUnknown() {
    Journal journal = killedAfter(Intended.class::isInstance);
    bank.lookUpIsDown = true;
    try (var model = model()) {
      assertThat(agent(model).resume(journal).result())
          .isInstanceOf(RunResult.UnsettledEffect.class);
    }
  }

  @Test
  void itIsAskedAgainWhenThePausedRunIsResumed() {
    Journal journal = killedAfter(Intended.class::isInstance);
    bank.lookUpIsDown = true;
    try (var model = model(ok)) {
      Agent agent = agent(model);
      agent.resume(journal).result();
      bank.lookUpIsDown = false;

      assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(entries(journal, Settled.class))
          .singleElement()
          .extracting(Settled::how)
          .isEqualTo(How.LOOK_UP);
      assertThat(lastText(model)).contains("pay of turn 1", "took effect");
    }
  }

  /** The receipt closes the order, so its turns can leave the view, and the remark with them. */
  @Test
  void anItemThatItFindsClosedIsClosed() {
    Journal journal = killedAfter(Intended.class::isInstance);
    bank.lookUpIsDown = true;
    try (var model = model(ok)) {
      agent(model).resume(journal).result();
      bank.lookUpIsDown = false;
      Agent folding =
          Agent.builder(model).tools(bank).compaction(Compaction.atTokens(100_000)).build();

      folding.resume(journal).result();

      assertThat(model.lastRequest().messages()).hasSize(1);
      assertThat(lastText(model)).isEqualTo("O-1 closed: order O-1, number 1.");
    }
  }
}
