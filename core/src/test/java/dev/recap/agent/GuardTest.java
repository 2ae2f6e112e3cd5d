package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.tool.Tools;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final PaintShop shop = new PaintShop();
  private final Replies ok = Replies.saying("Ok.");

  private Run run(ScriptedModel model) {
    Run run = Agent.builder(model).tools(shop).compaction(Compaction.none()).build().start("Go.");
    run.result();
    return run;
  }

  private static List<Standing> standings(Run run) {
    List<Standing> standings = new ArrayList<>();
    run.journal()
        .entries()
        .forEach(entry -> {
          if (entry instanceof Answered answered) {
            standings.add(answered.standing());
          }
        });
    return standings;
  }

  private static String lastAnswer(ScriptedModel model) {
    return lastResults(model).getLast().content();
  }

  @Nested
  class ACallThatHappensOnce {
    @Test
    void isAnsweredByItsReceiptTheSecondTime() {
      try (var model = model(mails("ann"), mails("ann"), ok)) {
        Run run = run(model);

        assertThat(shop.done).containsExactly("mailed ann");
        assertThat(standings(run)).containsExactly(Standing.CONFIRMED, Standing.RECEIPT);
        assertThat(lastAnswer(model))
            .isEqualTo(
                "Done already in turn 1, so mail was not executed again. Its receipt: mail number"
                    + " 1");
      }
    }

    @Test
    void isTheSameHoweverItsArgumentsAreWritten() {
      try (var model = model(mails("ann"), calls("mail", "{ 'to' : 'ann' }"), ok)) {
        run(model);

        assertThat(shop.done).hasSize(1);
      }
    }

    @Test
    void isAnotherOneWithOtherArguments() {
      try (var model = model(mails("ann"), mails("bob"), ok)) {
        run(model);

        assertThat(shop.done).containsExactly("mailed ann", "mailed bob");
      }
    }

    @Test
    void mayBeTriedAgainAfterItFailed() {
      try (var model = model(mails("nobody"), mails("nobody"), ok)) {
        assertThat(standings(run(model))).containsExactly(Standing.FAILED, Standing.FAILED);
      }
    }

    @Test
    void runsOnceAlthoughOneReplyAsksTwice() {
      try (var model = model(mails("ann").andCalling("mail", "{\"to\":\"ann\"}"), ok)) {
        Run run = run(model);

        assertThat(shop.done).hasSize(1);
        assertThat(standings(run)).containsExactly(Standing.CONFIRMED, Standing.RECEIPT);
      }
    }

    @Test
    void isReceiptedAlthoughASummaryLeftItOut() {
      Replies looksUpAtLength = calls("look_up", "{'words':'%s'}".formatted("word ".repeat(1_000)));
      try (var model =
          model(mails("ann"), looksUpAtLength, Replies.saying("Nothing."), mails("ann"), ok)) {
        Agent.builder(model)
            .tools(shop)
            .compaction(Compaction.summary(1_500))
            .build()
            .start("Go.")
            .result();

        assertThat(shop.done).containsOnlyOnce("mailed ann");
        assertThat(lastAnswer(model)).startsWith("Done already in turn 1");
      }
    }
  }

  @Nested
  class AnIdempotentCall {
    @Test
    void runsWheneverItIsAskedForWhileItsItemIsOpen() {
      try (var model = model(opens(), paints("T-1"), paints("T-1"), ok)) {
        run(model);

        assertThat(shop.done).containsExactly("opened T-1", "painted T-1 RED", "painted T-1 RED");
      }
    }
  }

  @Nested
  class AClosedItem {
    @Test
    void isNotChangedAnyMoreAndTheReceiptOfTheClosingSaysSo() {
      try (var model = model(opens(), finishes("T-1"), paints("T-1"), ok)) {
        Run run = run(model);

        assertThat(shop.done).doesNotContain("painted T-1 RED");
        assertThat(standings(run)).endsWith(Standing.RECEIPT);
        assertThat(lastAnswer(model))
            .startsWith(
                "T-1 is closed already, so paint was not executed. Receipt of the closing: {");
      }
    }

    @Test
    void isNotClosedTwice() {
      try (var model = model(opens(), finishes("T-1"), finishes("T-1"), ok)) {
        run(model);

        assertThat(shop.done).containsExactly("opened T-1", "finished T-1");
      }
    }

    @Test
    void mayBeLookedAt() {
      try (var model = model(opens(), finishes("T-1"), calls("look_at", "{'thing':'T-1'}"), ok)) {
        run(model);

        assertThat(shop.done).endsWith("looked at T-1");
      }
    }

    @Test
    void isOpenedAgainByAToolThatOpensItByName() {
      try (var model =
          model(
              opens(),
              finishes("T-1"),
              calls("reopen", "{'thing':'T-1'}"),
              paints("T-1"),
              finishes("T-1"),
              ok)) {
        Run run = run(model);

        assertThat(shop.done)
            .containsExactly(
                "opened T-1", "finished T-1", "reopened T-1", "painted T-1 RED", "finished T-1");
        assertThat(run.ledger().latest(new WorkItem("T-1")).orElseThrow().opening())
            .isEqualTo(new Opening(new WorkItem("T-1"), 2));
      }
    }

    @Test
    void isOpenedAgainOnceOnlyWhileThatOpeningStands() {
      try (var model =
          model(
              opens(),
              finishes("T-1"),
              calls("reopen", "{'thing':'T-1'}"),
              calls("reopen", "{'thing':'T-1'}"),
              ok)) {
        run(model);

        assertThat(shop.done).containsOnlyOnce("reopened T-1");
      }
    }
  }

  @Nested
  class AnEffectNobodyKnowsAbout {
    private final Tools tools = Tools.of(shop);

    private Guard.Decision decideAfter(Step step) {
      Story story = Story.of("Go.").turn(step);
      var call = new ToolCall("again", step.what().tool(), step.what().arguments());
      return Guard.decide(tools.check(call), false, story.ledger(), Instant.EPOCH);
    }

    private static ToolResult answer(Guard.Decision decision) {
      return ((Guard.Decision.Answer) decision).answer().result();
    }

    @Test
    void isNotTriedAgainWhenItMayHappenOnceOnly() {
      assertThat(answer(decideAfter(Step.mails("ann").unknown())))
          .isEqualTo(
              new ToolResult(
                  "again",
                  "mail was called before and nobody knows yet whether it took effect; it was not"
                      + " executed again.",
                  true));
    }

    @Test
    void isNotTriedAgainWhenNothingIsDeclared() {
      assertThat(answer(decideAfter(Step.shouts("hey").unknown())).error()).isTrue();
    }

    @Test
    void isNotTriedAgainWhileItRuns() {
      assertThat(answer(decideAfter(Step.mails("ann").running())).error()).isTrue();
    }

    @Test
    void mayBeTriedAgainWhenItIsIdempotent() {
      assertThat(decideAfter(Step.paints("T-1", "red").unknown()))
          .isInstanceOf(Guard.Decision.Run.class);
    }
  }

  /** What closing requires is frozen when the work begins, whoever begins it. */
  @Test
  void workThatNoToolHandedOutHasTheSameClosingRules() {
    try (var model = model(paints("T-9"), ok)) {
      Run run = run(model);

      var record = run.ledger().latest(new WorkItem("T-9")).orElseThrow();
      assertThat(record.closings())
          .containsExactly(new ClosingRule("finish", List.of(), List.of("paint")));
      assertThat(record.handedOut()).isEmpty();
    }
  }

  @Test
  void aCallOfWhichNothingIsDeclaredRunsEachTime() {
    try (var model = model(calls("shout", "{'words':'a'}"), calls("shout", "{'words':'a'}"), ok)) {
      run(model);

      assertThat(shop.done).containsExactly("shouted a", "shouted a");
    }
  }
}
