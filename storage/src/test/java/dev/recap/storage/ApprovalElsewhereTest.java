package dev.recap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.agent.RunResult.Answered;
import dev.recap.agent.RunResult.ApprovalNeeded;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.tool.Item;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person says yes in another process than the one that asked, which may be dead by then. */
class ApprovalElsewhereTest {
  @TempDir Path folder;
  private final List<String> paid = new ArrayList<>();

  /** What needs a yes. */
  public final class Payments {
    @Tool(value = "Pays an invoice.", effect = Effect.ONCE, approval = true)
    public String pay(@Item String invoice) {
      paid.add(invoice);
      return "paid " + invoice;
    }
  }

  private Conversations of(Store store, ScriptedModel model) {
    return Conversations.of(store, Agent.builder(model).tools(new Payments()).build());
  }

  private static ScriptedModel pays(String... invoices) {
    Replies reply = Replies.saying("I pay");
    for (String invoice : invoices) {
      reply.andCalling("pay", "{\"invoice\":\"%s\"}".formatted(invoice));
    }
    return new ScriptedModel().then(reply);
  }

  private static List<Decided> decisions(Store store) {
    List<Entry> entries = new ArrayList<>();
    store.read("c", 0, entries::add);
    return entries.stream().filter(Decided.class::isInstance).map(Decided.class::cast).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theWordOfAnotherProcessCountsAfterTheFirstOneIsDead(Databases database) {
    DataSource source = database.in(folder);
    Store dead = Store.of(source);
    Said said = of(dead, pays("I-1", "I-2")).say("c", "Pay them.");
    assertThat(said)
        .isInstanceOfSatisfying(
            Said.Paused.class,
            paused -> assertThat(paused.result()).isInstanceOf(ApprovalNeeded.class));
    dead.close();

    try (Store office = Store.of(source);
        Store next = Store.of(source)) {
      Conversations people = of(office, new ScriptedModel());
      List<PendingCall> pending = people.pending();
      assertThat(pending).extracting(PendingCall::tool).containsExactly("pay", "pay");
      assertThat(pending.getFirst().arguments()).isEqualTo("{\"invoice\":\"I-1\"}");

      assertThat(people.approve(pending.getFirst(), "Ann")).isEqualTo(new Verdict.Taken());
      assertThat(people.pending()).containsExactly(pending.getLast());
      assertThat(paid).isEmpty();
      ScriptedModel model = new ScriptedModel().then(Replies.saying("done"));
      // One word of two: it goes on record, and the run still waits.
      assertThat(of(next, model).goOn("c")).isInstanceOf(Said.Paused.class);
      assertThat(paid).isEmpty();
      assertThat(people.deny(pending.getLast(), "Bob", "too much")).isEqualTo(new Verdict.Taken());
      assertThat(of(next, model).goOn("c")).isEqualTo(new Said.Ended(new Answered("done")));

      assertThat(paid).containsExactly("I-1");
      assertThat(decisions(office)).extracting(d -> d.word().by()).containsExactly("Ann", "Bob");
      assertThat(people.pending()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoWhoDecideTheSecondIsTold(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      of(store, pays("I-1")).say("c", "Pay it.");
      Conversations people = of(store, new ScriptedModel().then(Replies.saying("done")));
      PendingCall call = people.pending().getFirst();

      assertThat(people.approve(call, "Ann")).isEqualTo(new Verdict.Taken());
      assertThat(people.deny(call, "Bob", "no"))
          .isInstanceOfSatisfying(
              Verdict.DecidedBefore.class,
              before -> {
                assertThat(before.word().by()).isEqualTo("Ann");
                assertThat(before.word().approved()).isTrue();
              });
      people.goOn("c");
      assertThat(people.deny(call, "Bob", "no")).isInstanceOf(Verdict.DecidedBefore.class);
      assertThat(paid).containsExactly("I-1");
      assertThat(decisions(store)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWordIsAboutTheCallAsItWasShown(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      of(store, pays("I-1")).say("c", "Pay it.");
      Conversations people = of(store, new ScriptedModel());
      PendingCall call = people.pending().getFirst();
      var otherArguments =
          new PendingCall(
              "c", call.callId(), call.revision(), "pay", "{\"invoice\":\"I-9\"}", null);
      var earlier = new PendingCall("c", call.callId(), 1, "pay", call.arguments(), null);

      assertThat(people.approve(otherArguments, "Ann")).isInstanceOf(Verdict.WaitsNoMore.class);
      assertThat(people.approve(earlier, "Ann")).isInstanceOf(Verdict.WaitsNoMore.class);
      assertThat(people.pending()).containsExactly(call);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aYesThatComesTooLateIsRefusedAndOneThatIsTakenTooLateDoesNotRun(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      var clock = new SettableClock(Instant.now());
      ScriptedModel model = pays("I-1").then(Replies.saying("not paid"));
      Agent agent =
          Agent.builder(model)
              .tools(new Payments())
              .approveWithin(Duration.ofHours(1))
              .clock(clock)
              .build();
      Conversations people = Conversations.of(store, agent);
      people.say("c", "Pay it.");
      PendingCall call = people.pending().getFirst();
      var late =
          new PendingCall(
              "c", call.callId(), call.revision(), "pay", call.arguments(), Instant.EPOCH);
      assertThat(people.approve(late, "Ann")).isInstanceOf(Verdict.WaitsNoMore.class);

      assertThat(people.approve(call, "Ann")).isEqualTo(new Verdict.Taken());
      clock.advance(Duration.ofHours(2));
      assertThat(people.goOn("c")).isEqualTo(new Said.Ended(new Answered("not paid")));
      assertThat(paid).isEmpty();
      assertThat(model.lastRequest().messages().toString()).contains("ran out at");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPauseReleasesTheLeaseAndAMessageWaitsBehindIt(Databases database) {
    try (Store one = Store.of(database.in(folder))) {
      of(one, pays("I-1")).say("c", "Pay it.");
      assertThat(of(one, new ScriptedModel()).find("c").orElseThrow().writer()).isEmpty();
      assertThat(of(one, new ScriptedModel()).left(9)).isEmpty();

      ScriptedModel model =
          new ScriptedModel().then(Replies.saying("paid")).then(Replies.saying("yes, paid"));
      Conversations people = of(one, model);
      assertThat(people.say("c", "Is it paid?")).isInstanceOf(Said.Paused.class);
      people.approve(people.pending().getFirst(), "Ann");
      assertThat(people.goOn("c")).isEqualTo(new Said.Ended(new Answered("yes, paid")));
      assertThat(paid).containsExactly("I-1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsCanBeCancelledInstead(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      of(store, pays("I-1")).say("c", "Pay it.");
      Conversations people = of(store, new ScriptedModel());
      people.cancel("c", "Ann");

      assertThat(people.goOn("c")).isEqualTo(new Said.Ended(new RunResult.Cancelled()));
      assertThat(people.pending()).isEmpty();
      assertThat(paid).isEmpty();
    }
  }
}
