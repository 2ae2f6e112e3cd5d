package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Decided;
import dev.recap.journal.Journal;
import dev.recap.journal.Waiting;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a call waits for a person is on record, and no later release forgets it. */
class WaitingCallsTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final PaintShop shop = new PaintShop();
  private final SettableClock clock = new SettableClock(NOON);
  private final Journal journal = Journal.inMemory();
  private final Replies mail = calls("mail", "{'to':' ann '}");
  private final Replies ok = Replies.saying("Ok.");

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none()).clock(clock);
  }

  private Run waiting(ScriptedModel model) {
    Run run =
        agent(model)
            .approve(call -> call.tool().equals("mail"))
            .approveWithin(Duration.ofHours(1))
            .build()
            .start(journal, "Go.");
    assertThat(run.result()).isInstanceOf(RunResult.ApprovalNeeded.class);
    return run;
  }

  private static ToolCall call(Run run) {
    return ((RunResult.ApprovalNeeded) run.result()).calls().getFirst();
  }

  @Test
  void theCallItsArgumentsAndItsExpiryAreFrozen() {
    try (var model = model(mail)) {
      ToolCall call = call(waiting(model));

      assertThat(entries(journal, Waiting.class))
          .containsExactly(
              new Waiting(1, call.id(), "mail", "{\"to\":\"ann\"}", NOON.plusSeconds(3_600)));
    }
  }

  @Test
  void aDeployThatNeedsNoYesForItDoesNotRunItUnapproved() {
    try (var model = model(mail, ok)) {
      waiting(model);
      Run resumed = agent(model).build().resume(journal);

      assertThat(resumed.result()).isInstanceOf(RunResult.ApprovalNeeded.class);
      assertThat(shop.done).isEmpty();

      resumed.approve(call(resumed), "Pat");
      assertThat(resumed.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(shop.done).containsExactly("mailed ann");
    }
  }

  @Test
  void whoSaidYesAndWhenIsOnRecord() {
    try (var model = model(mail)) {
      Run run = waiting(model);
      ToolCall call = call(run);
      clock.advance(Duration.ofMinutes(5));
      assertThatThrownBy(() -> run.approve(call, " "))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("who decides has a name");
      run.approve(call, "Pat");

      assertThat(entries(journal, Decided.class))
          .extracting(Decided::word)
          .containsExactly(new Decided.Word(true, "", "Pat", NOON.plusSeconds(300)));
    }
  }

  @Test
  void afterItsTimeItIsAnsweredAndCanNoLongerBeApproved() {
    try (var model = model(mail, ok)) {
      Run run = waiting(model);
      ToolCall call = call(run);
      clock.advance(Duration.ofHours(1));

      assertThatThrownBy(() -> run.approve(call, "Pat"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("waited until 2026-11-28T13:00:00Z");
      assertThat(agent(model).build().resume(journal).result())
          .isEqualTo(new RunResult.Answered("Ok."));
      assertThat(shop.done).isEmpty();
      assertThat(entries(journal, Answered.class))
          .singleElement()
          .satisfies(answer -> {
            assertThat(answer.standing()).isEqualTo(Standing.REJECTED);
            assertThat(answer.whole())
                .isEqualTo(
                    "mail was not executed: it needed a person's yes before 2026-11-28T13:00:00Z");
          });
    }
  }

  /** Somebody said yes in time, and the process came back too late. */
  @Test
  void aYesRunsOutToo() {
    try (var model = model(mail, ok)) {
      Run run = waiting(model);
      run.approve(call(run), "Pat");
      clock.advance(Duration.ofHours(2));

      agent(model).build().resume(journal).result();

      assertThat(shop.done).isEmpty();
    }
  }

  /** Reads the same argument in another way than the release that asked. */
  static final class Louder {
    final List<String> done = new ArrayList<>();

    @Tool(value = "Mails.", effect = Effect.ONCE)
    public String mail(@Key(letters = Letters.UPPER) String to) {
      done.add(to);
      return "";
    }
  }

  @Test
  void whatWasApprovedRunsAsItWasShownOrNotAtAll() {
    var louder = new Louder();
    try (var model = model(mail, ok)) {
      waiting(model);
      Run resumed = Agent.builder(model).tools(louder).clock(clock).build().resume(journal);
      resumed.result();

      assertThat(louder.done).isEmpty();
      assertThat(entries(journal, Answered.class))
          .extracting(Answered::whole)
          .containsExactly(
              "mail was not executed: its arguments are no longer read as those that a person was"
                  + " shown");
    }
  }

  @Test
  void aPolicyThatThrowsLeavesItToAPerson() {
    try (var model = model(mail)) {
      Run run =
          agent(model)
              .approve(call -> {
                throw new IllegalStateException("no rules are loaded");
              })
              .build()
              .start(journal, "Go.");

      assertThat(run.result()).isInstanceOf(RunResult.ApprovalNeeded.class);
      assertThat(shop.done).isEmpty();
    }
  }
}
