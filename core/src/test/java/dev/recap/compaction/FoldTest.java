package dev.recap.compaction;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.testing.Compacting;
import dev.recap.testing.Story;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FoldTest {
  private final Story story = Story.of("Paint.");
  private final Fold fold = new Fold();

  private Set<Integer> leaving() {
    return fold.propose(new Situation(story.view(), story.ledger()))
            instanceof Proposal.Leave(var turns, var onlyToTheGoal)
        ? Set.copyOf(turns)
        : Set.of();
  }

  private void foldNow() {
    Compacting.forced(story, fold, false);
  }

  @Test
  void needsNoPressure() {
    assertThat(fold.needsPressure()).isFalse();
    assertThat(fold.name()).isEqualTo("fold");
  }

  @Nested
  class TheTurnsOfAnItem {
    @Test
    void stayWhileItIsOpen() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(looksUp("glue"));

      assertThat(leaving()).isEmpty();
    }

    @Test
    void leaveAtOnceWhenItCloses() {
      story.turn(opens("T-1")).turn(looksUp("glue")).turn(finishes("T-1"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void leaveAlthoughCallsInThemFailedOrWereNotExecuted() {
      story
          .turn(opens("T-1"))
          .turn(paints("T-1", "mauve").rejected())
          .turn(paints("T-1", "red").failing())
          .turn(finishes("T-1"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void leaveWithWhatWasLookedUpBeforeItWasOpened() {
      story.turn(looksUp("glue")).turn(opens("T-1")).turn(finishes("T-1"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void stayWhenTheClosingWasRefused() {
      story.turn(opens("T-1")).turn(finishes("T-1").failing());

      assertThat(leaving()).isEmpty();
    }
  }

  @Nested
  class AResultGivenAfterTheClosing {
    @Test
    void staysUntilAReplyHasSeenIt() {
      story.turn(opens("T-1")).turn(finishes("T-1"));
      foldNow();
      story.turn(finishes("T-1").withReceipt());

      assertThat(leaving()).isEmpty();
    }

    @Test
    void leavesWhenAReplyHasSeenIt() {
      story.turn(opens("T-1")).turn(finishes("T-1"));
      foldNow();
      story.turn(looksAt("T-1")).turn(opens("T-2"));

      assertThat(leaving()).containsExactly(3);
    }

    @Test
    void keepsItsTurnAlsoWhenTheClosingIsInTheSameTurn() {
      story.turn(opens("T-1")).turn(finishes("T-1"), looksAt("T-1"));

      assertThat(leaving()).containsExactly(1);
    }
  }

  @Nested
  class ATurnOfSeveralItems {
    @Test
    void staysWholeWhileOneOfThemIsOpen() {
      story
          .turn(opens("T-1"))
          .turn(opens("T-2"))
          .turn(paints("T-1", "red"), paints("T-2", "red"))
          .turn(finishes("T-1"));

      assertThat(leaving()).contains(1, 4).doesNotContain(3);
    }

    @Test
    void leavesWhenAllOfThemAreClosed() {
      story.turn(opens("T-1"), opens("T-2")).turn(finishes("T-1"), finishes("T-2"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void staysWhenACallWithoutItemBelongsToTwoOfWhichOneIsOpen() {
      story.turn(opens("T-1"), opens("T-2")).turn(looksUp("glue")).turn(finishes("T-1"));

      assertThat(leaving()).containsExactly(3);
    }
  }

  @Nested
  class TurnsWithoutCalls {
    @Test
    void stayAndDoNotKeepTheOthers() {
      story.turn(opens("T-1")).says("Let me think.").userSays("Do.").turn(finishes("T-1"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 3);
      foldNow();
      assertThat(story.view().messages().getLast().text()).isEqualTo("Do.");
    }
  }

  @Nested
  class SignedThinking {
    @Test
    void leavesWithItsTurns() {
      story.thinkingTurn(opens("T-1")).thinkingTurn(finishes("T-1"));

      assertThat(leaving()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void leavesWithEveryTurnBehindAChangedHead() {
      story
          .thinkingTurn(opens("T-1"))
          .thinkingTurn(opens("T-2"), paints("T-1", "red"))
          .thinkingTurn(finishes("T-1"));

      assertThat(Compacting.forced(story, fold, false))
          .singleElement()
          .satisfies(compacted -> {
            assertThat(compacted.left().turns()).containsExactly(1, 3);
            assertThat(compacted.left().thinking()).containsExactly(2);
          });
    }
  }

  @Test
  void anItemThatWasOpenedAgainKeepsItsNewTurns() {
    story.turn(opens("T-1")).turn(finishes("T-1"));
    foldNow();
    story.turn(opens("T-1")).turn(paints("T-1", "blue"));

    assertThat(leaving()).isEmpty();
  }

  @Test
  void aSecondFoldHasNothingToDo() {
    story.turn(opens("T-1")).turn(finishes("T-1"));
    foldNow();

    assertThat(leaving()).isEmpty();
  }
}
