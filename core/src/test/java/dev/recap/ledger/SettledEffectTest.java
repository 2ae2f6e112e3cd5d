package dev.recap.ledger;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static dev.recap.testing.Step.shouts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.testing.Story;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an entry that settles an unknown outcome does to the ledger. */
class SettledEffectTest {
  private final Story story = Story.of("Paint.");

  private static List<String> tools(List<LedgerEffect> effects) {
    return effects.stream().map(effect -> effect.call().tool()).toList();
  }

  @Nested
  class ThatTookEffect {
    @Test
    void holdsItsKeyWithTheReceipt() {
      story.turn(mails("ann").unknown()).settles("mail 7");

      LedgerEffect mail = story.ledger().withoutItem().getFirst();
      assertThat(mail.confirmed()).isTrue();
      assertThat(mail.receipt()).isEqualTo("mail 7");
      assertThat(story.ledger().effect(mail.key())).contains(mail);
      assertThat(story.ledger().unsettled()).isEmpty();
    }

    @Test
    void standsUnderItsItemAndMeetsWhatClosingRequires() {
      story.turn(opens("T-1"), paints("T-1", "red").unknown());
      OpeningRecord before = story.record("T-1");
      assertThat(before.missing(before.closings().getFirst())).containsExactly("paint");

      story.settles("T-1 is red");

      OpeningRecord after = story.record("T-1");
      assertThat(after.missing(after.closings().getFirst())).isEmpty();
      assertThat(tools(after.standing())).containsExactly("next_thing", "paint");
    }

    @Test
    void closesTheItem() {
      story.turn(opens("T-1"), finishes("T-1").unknown());
      Opening opening = story.latest("T-1");
      story.settles("finished", new ItemClosed(opening, List.of()));

      assertThat(story.ledger().isClosed(opening)).isTrue();
      assertThat(story.record("T-1").closed().orElseThrow().receipt()).isEqualTo("finished");
    }

    @Test
    void opensTheItem() {
      story.turn(opens("T-1").unknown());
      var opening = new Opening(new WorkItem("T-1"), 1);
      story.settles("a fence", new ItemOpened(opening, List.of()));

      assertThat(story.ledger().open()).containsExactly(opening);
      assertThat(story.record("T-1").handedOut()).isEqualTo("a fence");
      assertThat(tools(story.record("T-1").standing())).containsExactly("next_thing");
    }

    /** Not to whatever is open on the day on which somebody finds out. */
    @Test
    void belongsToTheWorkThatWasOpenWhenItWasMade() {
      story.turn(opens("T-1"), mails("ann").unknown()).turn(finishes("T-1")).turn(opens("T-2"));
      story.settles("mail 7");

      assertThat(tools(story.record("T-1").standing())).contains("mail");
      assertThat(tools(story.record("T-2").standing())).doesNotContain("mail");
      assertThat(story.ledger().open()).containsExactly(story.latest("T-2"));
    }

    @Test
    void belongsToTheItemThatWasOpenedNextWhenNoneWas() {
      story.turn(mails("ann").unknown()).turn(opens("T-1")).turn(opens("T-2"));
      story.settles("mail 7");

      assertThat(tools(story.record("T-1").standing())).contains("mail");
      assertThat(story.ledger().withoutItem()).isEmpty();
    }

    @Test
    void ofAnEarlierStretchOfWorkDoesNotTouchTheLaterOne() {
      story.turn(opens("T-1"), shouts("hey").unknown()).turn(finishes("T-1")).turn(opens("T-1"));
      story.settles("HEY");

      assertThat(story.latest("T-1").number()).isEqualTo(2);
      assertThat(story.ledger().open()).containsExactly(story.latest("T-1"));
      assertThat(tools(story.record("T-1").standing())).containsExactly("next_thing");
    }
  }

  @Nested
  class ThatDidNotHappen {
    @Test
    void freesItsKeyAndLeavesNothing() {
      story.turn(opens("T-1"), mails("ann").unknown());
      LedgerEffect mail = story.ledger().unsettled().getFirst();
      story.settlesAsFailed("no such address");

      assertThat(story.ledger().effect(mail.key())).isEmpty();
      assertThat(story.ledger().unsettled()).isEmpty();
      assertThat(tools(story.record("T-1").standing())).doesNotContain("mail");
    }
  }

  @Nested
  class ThatIsNotUnsettledAnyMore {
    @Test
    void changesNothing() {
      story.turn(paints("T-1", "red").unknown());
      Settled.Subject first = story.ledger().unsettledCalls().getFirst().subject();
      story.turn(paints("T-1", "red"));
      var before = story.record("T-1");
      story.then(new Settled(first, Outcome.FAILED, "late", Settled.How.LATE_FINISH, null));

      assertThat(story.record("T-1")).isEqualTo(before);
      assertThat(story.view().messages().getLast().text()).isEmpty();
    }
  }

  @Test
  void anUnsettledCallNamesTheRunThatMadeIt() {
    story
        .then(new RunStarted("run-1", Story.NOON))
        .turn(mails("ann").unknown())
        .then(new RunStarted("run-2", Story.NOON))
        .turn(mails("bob").unknown());

    assertThat(story.ledger().unsettledCalls())
        .extracting(Unsettled::runId)
        .containsExactly("run-1", "run-2");
  }

  @Nested
  class AChangeMadeWhileNothingIsOpen {
    @Test
    void joinsTheItemThatIsOpenedNext() {
      story.turn(mails("ann")).turn(opens("T-1"));

      assertThat(story.ledger().withoutItem()).isEmpty();
      assertThat(tools(story.record("T-1").standing())).containsExactly("mail", "next_thing");
    }

    @Test
    void joinsAnItemThatAToolBeginsByWorkingOnIt() {
      story.turn(mails("ann")).turn(paints("T-1", "red"));

      assertThat(tools(story.record("T-1").standing())).containsExactly("mail", "paint");
    }

    @Test
    void standsByItselfUntilThen() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(mails("ann"));

      assertThat(tools(story.ledger().withoutItem())).containsExactly("mail");
    }
  }
}
