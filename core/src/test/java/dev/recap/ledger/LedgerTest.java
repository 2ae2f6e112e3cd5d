package dev.recap.ledger;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static dev.recap.testing.Step.shouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.testing.Story;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Story story = Story.of("Paint.");

  private static Opening opening(String item, int number) {
    return new Opening(new WorkItem(item), number);
  }

  private static List<String> tools(List<LedgerEffect> effects) {
    return effects.stream().map(effect -> effect.call().tool()).toList();
  }

  @Nested
  class AnOpening {
    @Test
    void beginsWhenAnItemIsHandedOut() {
      story.turn(opens("T-1"));

      assertThat(story.ledger().open()).containsExactly(opening("T-1", 1));
      assertThat(story.record("T-1").handedOut()).isEqualTo("T-1 is a fence");
    }

    @Test
    void isJoinedWhenTheSameItemIsHandedOutAgain() {
      story
          .turn(opens("T-1"))
          .turn(paints("T-1", "red"))
          .turn(opens("T-1").saying("still a fence"));

      assertThat(story.ledger().open()).containsExactly(opening("T-1", 1));
      assertThat(story.record("T-1").handedOut()).isEqualTo("still a fence");
      assertThat(tools(story.record("T-1").standing())).containsExactly("next_thing", "paint");
    }

    @Test
    void endsWithTheFactsAndTheReceiptOfTheClosing() {
      var fact = new Fact("color", "red", Fact.Kind.CHOICE);
      story.turn(opens("T-1")).turn(finishes("T-1", fact));

      assertThat(story.ledger().open()).isEmpty();
      assertThat(story.record("T-1").closed())
          .contains(new OpeningRecord.Closing(List.of(fact), "T-1 is finished"));
    }

    @Test
    void isAnotherOneWhenAClosedItemIsOpenedAgain() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(finishes("T-1")).turn(opens("T-1"));

      assertThat(story.ledger().open()).containsExactly(opening("T-1", 2));
      assertThat(story.record("T-1").standing()).hasSize(1);
      assertThat(story.ledger().record(opening("T-1", 1)).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void beginsByItselfWhenAToolWorksOnAnItemThatNobodyHandedOut() {
      story.turn(paints("T-9", "red"));

      assertThat(story.ledger().open()).containsExactly(opening("T-9", 1));
      assertThat(story.record("T-9").closings()).isEmpty();
    }

    @Test
    void doesNotBeginWhenSuchAnItemIsOnlyLookedAt() {
      story.turn(looksAt("T-9"));

      assertThat(story.ledger().latest(new WorkItem("T-9"))).isEmpty();
    }

    @Test
    void standsInTheOrderInWhichItBegan() {
      story.turn(opens("T-2")).turn(opens("T-1")).turn(opens("T-3")).turn(finishes("T-1"));

      assertThat(story.ledger().open()).containsExactly(opening("T-2", 1), opening("T-3", 1));
    }
  }

  @Nested
  class AnEffect {
    @Test
    void standsUnderTheItemItNames() {
      story.turn(opens("T-1")).turn(opens("T-2")).turn(paints("T-1", "red"));

      assertThat(tools(story.record("T-1").standing())).contains("paint");
      assertThat(tools(story.record("T-2").standing())).doesNotContain("paint");
    }

    @Test
    void withoutAnItemStandsUnderEveryItemThatIsOpen() {
      story.turn(opens("T-1")).turn(opens("T-2")).turn(mails("ann"));

      assertThat(tools(story.record("T-1").standing())).contains("mail");
      assertThat(tools(story.record("T-2").standing())).contains("mail");
      assertThat(story.ledger().withoutItem()).isEmpty();
    }

    @Test
    void withoutAnyItemStandsByItself() {
      story.turn(mails("ann")).turn(looksUp("glue"));

      assertThat(tools(story.ledger().withoutItem())).containsExactly("mail");
    }

    @Test
    void ofAnIdempotentToolShowsItsLastValueOnly() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(paints("T-1", "blue"));

      assertThat(story.record("T-1").standing())
          .extracting(LedgerEffect::receipt)
          .containsExactly("T-1 is a fence", "T-1 is blue");
    }

    @Test
    void ofAnyOtherToolShowsEachTime() {
      story.turn(opens("T-1")).turn(shouts("a")).turn(shouts("b"));

      assertThat(tools(story.record("T-1").standing()))
          .containsExactly("next_thing", "shout", "shout");
    }

    @Test
    void ofAReadIsListedOnceAsLookedUp() {
      story.turn(opens("T-1")).turn(looksAt("T-1")).turn(looksAt("T-1")).turn(looksUp("glue"));

      assertThat(story.record("T-1").lookedUp()).containsExactly("look_at", "look_up");
    }

    @Test
    void thatWasRejectedOrGuardedLeavesNoTrace() {
      story
          .turn(opens("T-1"))
          .turn(paints("T-1", "red").rejected())
          .turn(mails("ann").withReceipt());

      assertThat(tools(story.record("T-1").standing())).containsExactly("next_thing");
    }
  }

  @Nested
  class AnIdempotencyKey {
    private Optional<LedgerEffect> mailTo(String address) {
      return story
          .ledger()
          .effect(
              IdempotencyKey.of(
                  "mail",
                  null,
                  IdempotencyKey.Scope.STANDARD,
                  "{\"to\":\"%s\"}".formatted(address)));
    }

    @Test
    void holdsTheReceiptOnceTheEffectIsConfirmed() {
      story.turn(mails("ann"));

      assertThat(mailTo("ann").orElseThrow().receipt()).isEqualTo("mailed ann");
      assertThat(mailTo("bob")).isEmpty();
    }

    @Test
    void isFreeAgainWhenTheCallFailed() {
      story.turn(mails("ann").failing());

      assertThat(mailTo("ann")).isEmpty();
    }

    @Test
    void isReservedWhileTheCallRuns() {
      story.turn(mails("ann").running());

      assertThat(mailTo("ann").orElseThrow().unsettled()).isTrue();
    }

    @Test
    void isBlockedWhenNobodyKnowsTheOutcome() {
      story.turn(mails("ann").unknown());

      assertThat(mailTo("ann").orElseThrow().unsettled()).isTrue();
      assertThat(tools(story.ledger().unsettled())).containsExactly("mail");
    }

    @Test
    void isSettledByALaterSuccessOfAnIdempotentTool() {
      story.turn(paints("T-1", "red").unknown()).turn(paints("T-1", "red"));

      assertThat(story.ledger().unsettled()).isEmpty();
    }
  }

  @Nested
  class WhatClosingRequires {
    @Test
    void isMissingUntilItIsConfirmedInThisOpening() {
      story.turn(opens("T-1"));
      assertThat(missing()).containsExactly("paint");

      story.turn(paints("T-1", "red").failing());
      assertThat(missing()).containsExactly("paint");

      story.turn(paints("T-1", "red"));
      assertThat(missing()).isEmpty();
    }

    @Test
    void isMissingAgainAfterTheItemWasReopened() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(finishes("T-1")).turn(opens("T-1"));

      assertThat(missing()).containsExactly("paint");
    }

    private List<String> missing() {
      OpeningRecord record = story.record("T-1");
      return record.missing(record.closings().getFirst());
    }
  }

  /** Some providers, and every simulator, use an id again in a later reply. */
  @Test
  void callsOfDifferentTurnsAreKeptApartEvenUnderOneId() {
    story.turn(opens("T-1"));
    for (int turn = 2; turn <= 3; turn++) {
      var call = new ToolCall("same-id", "shout", "{}");
      var key = IdempotencyKey.of("shout", null, IdempotencyKey.Scope.STANDARD, "{}");
      var reply = new ModelReply(List.of(call), StopReason.TOOL_USE, Usage.NONE, "");
      story
          .then(new Replied(turn, reply, Story.NOON))
          .then(new Intended("same-id", "shout", Effect.UNDECLARED, key, null, null, Story.NOON))
          .then(
              new Answered(
                  new ToolResult("same-id", "done", false),
                  "done",
                  Standing.CONFIRMED,
                  null,
                  null));
    }

    assertThat(tools(story.record("T-1").standing()))
        .containsExactly("next_thing", "shout", "shout");
  }

  @Test
  void anIntentionWithoutItsCallIsRefused() {
    var stray =
        new Intended(
            "call-7",
            "mail",
            Effect.ONCE,
            IdempotencyKey.of("mail", null, IdempotencyKey.Scope.STANDARD, "{}"),
            null,
            null,
            Story.NOON);

    assertThatThrownBy(() -> story.ledger().after(stray))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("call call-7 of tool mail was not asked for in turn 0");
  }

  @Test
  void oneStepAtATimeGivesWhatTheWholeJournalGives() {
    story.turn(opens("T-1")).turn(paints("T-1", "red"), mails("ann")).turn(finishes("T-1"));
    Ledger carried = Ledger.empty();
    for (var entry : story.entries()) {
      carried = carried.after(entry);
    }

    assertThat(carried.open()).isEqualTo(story.ledger().open());
    assertThat(carried.latest(new WorkItem("T-1")))
        .isEqualTo(story.ledger().latest(new WorkItem("T-1")));
  }
}
