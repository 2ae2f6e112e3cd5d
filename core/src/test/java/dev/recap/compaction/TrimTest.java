package dev.recap.compaction;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.context.HeadWriter;
import dev.recap.journal.Compacted;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrimTest {
  private static final String LONG = "many words ".repeat(100);
  private static final long AS_FEW_AS_CAN_BE = 0;

  private final Story story = Story.of("Paint.");
  private final Trim trim = new Trim();

  private static Step paintsAtLength(String color) {
    return paints("T-1", color).saying(LONG + color);
  }

  private Proposal propose(long goal) {
    return trim.propose(new Situation(story.view(), story.ledger(), goal, false));
  }

  private Set<Integer> leaving(long goal) {
    return switch (propose(goal)) {
      case Proposal.Rewrite rewrite -> rewrite.turnsLeft();
      case Proposal.Nothing nothing -> Set.of();
      case Proposal.Ask ask -> throw new AssertionError("a cut asks nobody");
    };
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

      assertThat(leaving(now - 200)).containsExactlyInAnyOrder(1, 2);
      assertThat(leaving(now - 300)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void leaveAllButTheLastWhenAsFewTokensAsCanBeAreWanted() {
      fourLongTurns();

      assertThat(leaving(AS_FEW_AS_CAN_BE)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void stayWhenTheGoalIsOutOfReach() {
      fourLongTurns();

      assertThat(propose(100))
          .isInstanceOfSatisfying(
              Proposal.Nothing.class,
              nothing -> assertThat(nothing.reason()).contains("would remain", "100 are the goal"));
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
      var rewrite = (Proposal.Rewrite) propose(AS_FEW_AS_CAN_BE);

      assertThat(rewrite.head().blocks())
          .extracting(HeadBlock::kind)
          .containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED, Kind.OPEN);
      assertThat(rewrite.head().blocks().getFirst().text()).isEqualTo("Paint.");
      assertThat(rewrite.head().blocks().get(3).text())
          .contains("T-2 is open", "T-2 is a fence", "mail (to ann)", "paint (color blue)");
    }
  }

  @Nested
  class TheKeysInWhatWasTold {
    private List<String> keys(Set<Integer> leaving) {
      return new HeadWriter(story.view(), story.ledger())
          .cut(leaving).blocks().stream()
              .filter(block -> block.kind() == Kind.KEYS)
              .map(HeadBlock::text)
              .toList();
    }

    private void cutNow(Integer turn) {
      var head = new HeadWriter(story.view(), story.ledger()).cut(Set.of(turn));
      var report = new Compacted.Report(0, 0, 0, 0);
      story.then(new Compacted("trim", head.blocks(), head.rollUp(), Set.of(turn), report));
    }

    @Test
    void standInALineForEachTurnThatLeft() {
      story
          .turn(looksUp("glue").saying("See KB-1204, the one of 2024-05-20."))
          .turn(looksUp("KB-1204").saying("Nothing."))
          .turn(looksUp("paint").saying("No number here."));

      assertThat(keys(Set.of(1, 2, 3)))
          .containsExactly(
              "Turn 1: look_up with KB-1204, 2024-05-20.", "Turn 2: look_up with KB-1204.");
    }

    @Test
    void stayInTheHeadWhenMoreTurnsLeave() {
      story.turn(looksUp("glue").saying("KB-1204")).turn(looksUp("ink").saying("KB-1307"));
      cutNow(1);

      assertThat(keys(Set.of(2)))
          .containsExactly("Turn 1: look_up with KB-1204.", "Turn 2: look_up with KB-1307.");
    }

    @Test
    void leaveWithTheWorkTheyBelongTo() {
      story.turn(opens("T-1")).turn(looksUp("glue").saying("KB-1204"));
      cutNow(2);
      assertThat(keys(Set.of())).containsExactly("Turn 2: look_up with KB-1204.");

      story.turn(finishes("T-1"));
      assertThat(keys(Set.of())).isEmpty();
    }

    @Test
    void giveWayFromTheOldestOnWhenThereIsNoRoom() {
      for (int turn = 1; turn <= 40; turn++) {
        story.turn(looksUp("glue").saying("KB-" + (1_000 + turn)));
      }
      List<String> lines = keys(IntStream.rangeClosed(1, 40).boxed().collect(Collectors.toSet()));

      assertThat(lines).hasSizeBetween(10, 30);
      assertThat(lines.getLast()).isEqualTo("Turn 40: look_up with KB-1040.");
    }
  }

  @Nested
  class WhatStays {
    @Test
    void isTheLastTurnBecauseNoReplyHasSeenItsResults() {
      story.turn(paintsAtLength("red"));

      assertThat(propose(AS_FEW_AS_CAN_BE)).isInstanceOf(Proposal.Nothing.class);
    }

    @Test
    void isWhatTheUserSaid() {
      story.turn(paintsAtLength("red")).userSays("Gently.").turn(paints("T-1", "blue"));
      var rewrite = (Proposal.Rewrite) propose(AS_FEW_AS_CAN_BE);

      assertThat(rewrite.of(story.view()).messages().getFirst().text()).endsWith("Gently.");
    }

    @Test
    void isATurnWithThinkingAndAllBehindItUnlessThatLeavesToo() {
      story
          .turn(paintsAtLength("red"))
          .thinkingTurn(paintsAtLength("blue"))
          .turn(paintsAtLength("green"));
      long now = story.view().estimatedTokens();

      assertThat(leaving(now - 1)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void isEverythingBeforeALastTurnWithThinking() {
      story.turn(paintsAtLength("red")).thinkingTurn(paintsAtLength("blue"));

      assertThat(leaving(AS_FEW_AS_CAN_BE)).isEmpty();
    }
  }

  @Test
  void theSameSituationGivesTheSameCut() {
    story.turn(opens("T-1")).turn(paintsAtLength("red")).turn(paintsAtLength("blue"));

    assertThat(propose(AS_FEW_AS_CAN_BE)).isEqualTo(propose(AS_FEW_AS_CAN_BE));
  }
}
