package dev.recap.compaction;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrimTest {
  private static final String LONG = "many words ".repeat(100);
  private final Story story = Story.of("Paint.");
  private final Trim trim = new Trim();

  private static Step paintsAtLength(String color) {
    return paints("T-1", color).saying(LONG + color);
  }

  /** The turns that leave at a threshold, so that the view is below it. */
  private Set<Integer> leaving(long threshold) {
    return left(Compacting.due(Story.retold(story), trim, threshold));
  }

  private Set<Integer> leavingWhenForced() {
    return left(Compacting.forced(Story.retold(story), trim, false));
  }

  private static Set<Integer> left(List<Compacted> compactions) {
    return compactions.isEmpty() ? Set.of() : compactions.getFirst().left().turns();
  }

  @Test
  void actsUnderPressure() {
    assertThat(trim.needsPressure()).isTrue();
    assertThat(trim.name()).isEqualTo("trim");
  }

  @Nested
  class TheOldestTurns {
    private void fourLongTurns() {
      story
          .turn(opens("T-1"))
          .turn(paintsAtLength("red"))
          .turn(paintsAtLength("blue"))
          .turn(paintsAtLength("green"));
    }

    @Test
    void leaveUntilTheGoalIsMetAndNoMoreOfThem() {
      fourLongTurns();
      long now = story.view().estimatedTokens();

      assertThat(leaving(now - 199)).containsExactlyInAnyOrder(1, 2);
      assertThat(leaving(now - 299)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void leaveAllButTheLastWhenAsFewTokensAsCanBeAreWanted() {
      fourLongTurns();

      assertThat(leavingWhenForced()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void stayWhenTheGoalIsOutOfReachAndLittleWouldBeGained() {
      story.turn(opens("T-1")).turn(looksUp("glue")).turn(paintsAtLength("red"));

      assertThat(leaving(100)).isEmpty();
    }

    @Test
    void leaveWhereTheyAreMostOfAViewAlthoughTheGoalIsOutOfReach() {
      fourLongTurns();

      assertThat(leaving(100)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void areStoodForByTheLedger() {
      story
          .turn(opens("T-1"))
          .turn(finishes("T-1"))
          .turn(mails("ann"))
          .turn(opens("T-2"))
          .turn(paints("T-2", "red"))
          .turn(paints("T-2", "blue"));
      Compacted trimmed = Compacting.forced(story, trim, false).getFirst();

      assertThat(trimmed.head())
          .extracting(HeadBlock::kind)
          .containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED, Kind.OPEN);
      assertThat(trimmed.head().getFirst().text()).isEqualTo("Paint.");
      assertThat(trimmed.head().get(3).text())
          .contains("T-2 is open", "T-2 is a fence", "mail (to ann)", "paint (color blue)");
    }
  }

  @Nested
  class TheKeysInWhatWasTold {
    private List<String> keys(Integer... leaving) {
      Compacting.leave(story, leaving);
      return story.view().head(Kind.KEYS).stream().map(HeadBlock::text).toList();
    }

    @Test
    void standInALineForEachTurnThatLeftAndNotTwice() {
      story
          .turn(looksUp("glue").saying("See KB-1204, the one of 2024-05-20."))
          .turn(looksUp("KB-1204").saying("Nothing."))
          .turn(looksUp("paint").saying("No number here."));

      assertThat(keys(1, 2, 3))
          .containsExactly("Turn 1: look_up with 2024-05-20.", "Turn 2: look_up with KB-1204.");
    }

    @Test
    void stayInTheHeadWhenMoreTurnsLeave() {
      story.turn(looksUp("glue").saying("KB-1204")).turn(looksUp("ink").saying("KB-1307"));
      keys(1);

      assertThat(keys(2))
          .containsExactly("Turn 1: look_up with KB-1204.", "Turn 2: look_up with KB-1307.");
    }

    @Test
    void leaveWithTheWorkTheyBelongTo() {
      story.turn(opens("T-1")).turn(looksUp("glue").saying("KB-1204"));
      assertThat(keys(2)).containsExactly("Turn 2: look_up with KB-1204.");

      story.turn(finishes("T-1"));
      assertThat(keys()).isEmpty();
    }

    @Test
    void giveWayFromTheOldestOnWhenThereIsNoRoom() {
      for (int turn = 1; turn <= 40; turn++) {
        story.turn(looksUp("glue").saying("KB-" + (1_000 + turn)));
      }
      List<String> lines = keys(IntStream.rangeClosed(1, 40).boxed().toArray(Integer[]::new));

      assertThat(lines).hasSizeBetween(10, 30);
      assertThat(lines.getLast()).isEqualTo("Turn 40: look_up with KB-1040.");
    }
  }

  @Nested
  class WhatStays {
    @Test
    void isTheLastTurnBecauseNoReplyHasSeenItsResults() {
      story.turn(paintsAtLength("red"));

      assertThat(leavingWhenForced()).isEmpty();
    }

    @Test
    void isWhatTheUserSaidNewestInTheTailAndWhatWasSaidBeforeInTheHead() {
      story
          .userSays("Use the small brush.")
          .turn(paintsAtLength("red"))
          .userSays("Gently.")
          .turn(paints("T-1", "blue"));
      Compacting.forced(story, trim, false);

      assertThat(story.view().head(Kind.USER))
          .extracting(HeadBlock::text)
          .containsExactly("Earlier the user said:\nUse the small brush.");
      assertThat(story.view().messages().getFirst().text()).endsWith("Gently.");
    }

    @Test
    void isNoTurnBecauseThinkingStandsBehindIt() {
      story.turn(paintsAtLength("red")).thinkingTurn(paintsAtLength("blue"));

      assertThat(leavingWhenForced()).containsExactly(1);
    }
  }

  @Test
  void theSameSituationGivesTheSameProposal() {
    story.turn(opens("T-1")).turn(paintsAtLength("red")).turn(paintsAtLength("blue"));

    var now = new Situation(story.view(), story.ledger());
    assertThat(trim.propose(now))
        .isEqualTo(trim.propose(now))
        .isEqualTo(Proposal.leaveToTheGoal(List.of(1, 2)));
  }
}
