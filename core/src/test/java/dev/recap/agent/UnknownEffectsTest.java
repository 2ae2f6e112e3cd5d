package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.lastResult;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Journal;
import dev.recap.journal.Settled;
import dev.recap.journal.Settled.How;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.LookUp;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One effect of which nobody knows does not stop the work on anything else. */
class UnknownEffectsTest {
  private static final int DAY = 86_400;

  /** A bank whose line breaks after it has booked. */
  static class Bank {
    final List<String> booked = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    boolean broken = true;
    boolean refuses;

    @Tool(value = "Pays an invoice.", effect = Effect.ONCE)
    public String pay(@Item String invoice) {
      booked.add(invoice);
      if (invoice.startsWith("BAD")) {
        throw new IllegalStateException("the line broke");
      }
      return "paid";
    }

    @Tool(value = "Files an invoice.", effect = Effect.ONCE)
    public Closed<String> file(@Item String invoice) {
      return Closed.of("filed");
    }

    @Tool(value = "Wires.", effect = Effect.ONCE, keyHonouredSeconds = DAY)
    public String wire(@Item String invoice, CallContext call) {
      keys.add(call.idempotencyKey());
      if (refuses) {
        throw new ToolFailure("refused");
      }
      if (broken) {
        throw new IllegalStateException("the line broke");
      }
      return "wired";
    }

    @Tool(value = "Mails.", effect = Effect.ONCE)
    public String mail(@Item String invoice) {
      throw new IllegalStateException("the line broke");
    }

    @LookUp("mail")
    public Optional<String> findMail(CallContext call) {
      return Optional.empty();
    }
  }

  final Bank bank = new Bank();
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T12:00:00Z"));

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(bank).compaction(Compaction.none()).clock(clock);
  }

  private static Replies pay(String invoice) {
    return calls("pay", "{'invoice':'%s'}".formatted(invoice));
  }

  private static Replies file(String invoice) {
    return calls("file", "{'invoice':'%s'}".formatted(invoice));
  }

  private static final Replies DONE = Replies.saying("Done.");

  @Test
  void otherItemsGoOnAndTheRunPausesWhenTheAgentYields() {
    try (var model = model(pay("BAD-1"), pay("I-2"), file("I-2"), file("BAD-1"), DONE)) {
      Run run = agent(model).build().start("Go.");

      assertThat(run.result()).isInstanceOf(RunResult.UnsettledEffect.class);
      assertThat(bank.booked).containsExactly("BAD-1", "I-2");
      assertThat(run.ledger().latest(new WorkItem("I-2")).orElseThrow().isOpen()).isFalse();
      assertThat(run.ledger().latest(new WorkItem("BAD-1"))).isEmpty();
      assertThat(lastResult(model))
          .isEqualTo(
              "file was not called. Nobody knows yet whether pay of BAD-1 took effect; it cannot be"
                  + " closed before that is settled.");
    }
  }

  @Test
  void onceItIsSettledTheModelIsToldAndGoesOn() {
    try (var model = model(pay("BAD-1"), DONE, file("BAD-1"), DONE)) {
      Run run = agent(model).build().start("Go.");
      var paused = (RunResult.UnsettledEffect) run.result();

      run.settle(paused.effects().getFirst(), Outcome.CONFIRMED, "seen in the books");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Done."));
      assertThat(run.ledger().latest(new WorkItem("BAD-1")).orElseThrow().isOpen()).isFalse();
    }
  }

  @Test
  void theSameHoldsInAnotherProcess() {
    Journal journal = Journal.inMemory();
    try (var model = model(pay("BAD-1"), DONE, file("BAD-1"), DONE)) {
      var paused = (RunResult.UnsettledEffect) agent(model).build().start(journal, "Go.").result();
      Agent other = agent(model).build();

      assertThat(other.resume(journal).result()).isEqualTo(paused);
      other.settle(journal, paused.effects().getFirst().key(), Outcome.CONFIRMED, "seen");

      assertThat(other.resume(journal).result()).isEqualTo(new RunResult.Answered("Done."));
    }
  }

  @Test
  void whoeverWantsItSoPausesAtOnce() {
    try (var model = model(pay("BAD-1"))) {
      assertThat(agent(model).pauseAtOnce().build().start("Go.").result())
          .isInstanceOf(RunResult.UnsettledEffect.class);
    }
  }

  /** The request may still be on its way: that it is not there yet says nothing. */
  @Test
  void aLookUpThatFindsNothingLeavesItUnknown() {
    try (var model = model(calls("mail", "{'invoice':'I-1'}"), DONE)) {
      assertThat(agent(model).build().start("Go.").result())
          .isInstanceOf(RunResult.UnsettledEffect.class);
    }
  }

  @Nested
  class AKeyThatTheOtherSideHonours {
    private Run paused(ScriptedModel model, Journal journal) {
      Run run = agent(model).build().start(journal, "Go.");
      assertThat(run.result()).isInstanceOf(RunResult.UnsettledEffect.class);
      return run;
    }

    private final Replies wire = calls("wire", "{'invoice':'I-1'}");

    @Test
    void isSentAgainUntilTheOtherSideAnswers() {
      Journal journal = Journal.inMemory();
      try (var model = model(wire, DONE, DONE)) {
        paused(model, journal);
        bank.broken = false;

        assertThat(agent(model).build().resume(journal).result())
            .isEqualTo(new RunResult.Answered("Done."));
        assertThat(bank.keys.stream().distinct()).hasSize(1);
        assertThat(Seen.entries(journal, Settled.class))
            .singleElement()
            .extracting(Settled::how)
            .isEqualTo(How.SENT_AGAIN);
      }
    }

    /** Other sides forget keys. */
    @Test
    void isNotSentAgainWhenItMayBeForgotten() {
      Journal journal = Journal.inMemory();
      try (var model = model(wire, DONE)) {
        paused(model, journal);
        int sent = bank.keys.size();
        bank.broken = false;
        clock.advance(Duration.ofSeconds(DAY));

        assertThat(agent(model).build().resume(journal).result())
            .isInstanceOf(RunResult.UnsettledEffect.class);
        assertThat(bank.keys).hasSize(sent);
      }
    }

    /** "Paid already" refuses the repeat and says nothing against the first try. */
    @Test
    void isNotSettledByARefusalOfTheRepeat() {
      Journal journal = Journal.inMemory();
      try (var model = model(wire, DONE)) {
        paused(model, journal);
        bank.refuses = true;

        assertThat(agent(model).build().resume(journal).result())
            .isInstanceOf(RunResult.UnsettledEffect.class);
      }
    }
  }
}
