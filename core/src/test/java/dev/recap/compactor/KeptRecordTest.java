package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.context.ContextView;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stories in which a line of the ledger could get lost between two compactions. */
class KeptRecordTest extends CompactorFixture {
  private final Story story = Story.of("Paint.");

  private List<String> texts(Kind kind) {
    return story.view().head(kind).stream().map(HeadBlock::text).toList();
  }

  private static Step read(String words) {
    return looksUp(words).saying(LONG);
  }

  private static Step finishesRed(String item) {
    return finishes(item, new Fact("color", "red", Fact.Kind.CHOICE));
  }

  private void happens(Function<ContextView, Proposal> what) {
    assertThat(Compacting.forced(story, proposing(what), false)).hasSize(1);
  }

  /** One line stands for every result of this turn. */
  private void stub(int number) {
    happens(view ->
        Proposal.stub(
            view.turns().stream()
                .filter(turn -> turn.number() == number)
                .flatMap(turn -> turn.calls().stream())
                .toList()));
  }

  private void leave(Integer... turns) {
    happens(view -> Proposal.leave(List.of(turns)));
  }

  @Nested
  class AnItemThatTheHeadCallsOpen {
    private void closedInViewWithItsTurnsGone() {
      story.turn(opens("T-1"), read("glue")).turn(read("tape"));
      leave(1);
      story.turn(finishesRed("T-1"), opens("T-2"), read("nails"));
    }

    @Test
    void getsItsLineAlthoughAResultIsStubbedBetweenItsEndAndThat() {
      closedInViewWithItsTurnsGone();
      stub(2);
      leave(2);

      assertThat(texts(Kind.CLOSED)).containsExactly("T-1 closed: color red.");
      assertThat(texts(Kind.OPEN)).isEmpty();
    }

    @Test
    void getsItOnce() {
      closedInViewWithItsTurnsGone();
      leave(2);
      stub(3);
      story.turn(read("tape"));
      leave(3);

      assertThat(texts(Kind.CLOSED)).containsExactly("T-1 closed: color red.");
    }
  }

  @Nested
  class WhatWasDoneBeforeAnItemWasOpened {
    @Test
    void isStatedWithTheItemThatTookItInAlthoughThatIsClosedByThen() {
      story.turn(mails("ann").saying(LONG));
      leave(1);
      story.turn(opens("T-1"), finishesRed("T-1")).turn(read("glue")).turn(opens("T-2"));
      leave(3);

      assertThat(texts(Kind.CLOSED)).containsExactly("T-1 closed: color red.");
    }

    /** No tool opens it: it begins with the first thing done for it. */
    @Test
    void isStatedWithAnItemThatBeganByItself() {
      story.turn(mails("ann").saying(LONG)).turn(paints("T-1", "red"));
      leave(1);

      assertThat(texts(Kind.OPEN).getFirst()).contains("T-1 done so far: mail (to ann), paint");
    }

    @Test
    void isCountedOnceWhenItsItemsRollUp() {
      story.turn(mails("ann").saying(LONG));
      leave(1);
      for (int item = 1; item <= 8; item++) {
        story.turn(opens("T-" + item), read("glue"), finishesRed("T-" + item));
      }
      leave(3, 4, 5, 6, 7, 8, 9);
      assertThat(texts(Kind.ROLL_UP)).singleElement().asString().contains("(8)");

      leave(2);
      assertThat(texts(Kind.ROLL_UP)).singleElement().asString().contains("(8)");
      assertThat(texts(Kind.CLOSED)).isEmpty();
    }
  }

  @Nested
  class AnOutcomeThatWasSettledLate {
    @Test
    void isStillSaidWhenAResultIsStubbed() {
      story.turn(mails("ann").saying(LONG).unknown()).turn(read("glue"));
      leave(1);
      story.settles("it went out");
      stub(2);

      assertThat(story.view().messages().getLast().text()).contains("it went out");
    }

    @Test
    void isInTheHeadOnceThatIsWrittenAnew() {
      story.turn(mails("ann").saying(LONG).unknown()).turn(read("glue"));
      leave(1);
      story.settles("it went out").turn(opens("T-1"));
      leave(2);

      assertThat(texts(Kind.OPEN)).singleElement().asString().contains("mail (to ann)");
    }
  }
}
