package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.journal.Compacted;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stages one after the other, until the target is met. */
class LadderTest extends CompactorFixture {
  private static final ClearToolResults CLEAR = new ClearToolResults().keepTokens(0);

  private static Step looksUpAtLength(String words) {
    return looksUp(words).saying(LONG + words);
  }

  /** About 3,600 tokens: two long results that may be cleared, and a long one that may not. */
  private static Story readAndPainted() {
    return Story.of("Paint.")
        .turn(opens("T-1"))
        .turn(looksUpAtLength("glue"))
        .turn(paintsAtLength("red"))
        .turn(looksUpAtLength("tape"));
  }

  private static Compaction ladder(long tokens) {
    return Compaction.atTokens(tokens).stages(new Fold(), CLEAR, new Summarize(), new Trim());
  }

  private ProjectedJournal force(Compaction compaction, Story story) {
    ProjectedJournal journal = folded(story);
    new Compactor(compaction, FRAME, model, clock).force(journal);
    return journal;
  }

  @Nested
  class Under {
    @Test
    void pressureItStopsAtTheFirstStageThatMeetsTheTarget() {
      compact(ladder(3_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results");
      assertThat(model.requests()).isEmpty();
    }

    @Test
    void pressureItGoesOnToTheNextStageUntilTheTargetIsMet() {
      model.then(Replies.saying("Painting."));
      ProjectedJournal journal = compact(ladder(2_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results", "summarize");
      assertThat(journal.view().usedTokens()).isLessThan(2_000);
    }

    @Test
    void pressureItGoesOnBelowTheThresholdWhereTheTargetIsLower() {
      model.then(Replies.saying("Painting."));
      compact(ladder(3_000).target(2_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results", "summarize");
    }

    @Test
    void pressureARejectedSummaryLeavesItToTheCut() {
      model.then(Replies.saying(""));
      ProjectedJournal journal = compact(ladder(2_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results", "trim");
      assertThat(journal.view().usedTokens()).isLessThan(2_000);
    }

    @Test
    void noPressureNothingButAFoldIsDone() {
      compact(ladder(100_000), readAndPainted().turn(finishes("T-1")));

      assertThat(stages()).containsExactly("fold");
    }

    @Test
    void pressureAStageThatSavesTooLittleIsPassedOver() {
      model.then(Replies.saying("Painting."));
      Story story =
          Story.of("Paint.")
              .turn(looksUp("glue").saying("many words ".repeat(60)))
              .turn(paintsAtLength("red"))
              .turn(paintsAtLength("blue"));
      compact(ladder(2_000), story);

      assertThat(stages()).containsExactly("summarize");
    }
  }

  @Nested
  class Forced {
    @Test
    void itAttemptsEveryStageThatStillFindsSomething() {
      model.then(Replies.saying("Painting."));
      force(ladder(1_000_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results", "summarize");
    }

    @Test
    void itAsksForNoSummaryOfWhatAFoldTookAway() {
      force(ladder(1_000_000), longStory().turn(finishes("T-1")));

      assertThat(stages()).containsExactly("fold");
      assertThat(model.requests()).isEmpty();
    }

    @Test
    void itCutsWhenTheSummaryIsRejected() {
      model.then(Replies.saying(""));
      ProjectedJournal journal = force(ladder(1_000_000), readAndPainted());

      assertThat(stages()).containsExactly("clear-tool-results", "trim");
      assertThat(journal.view().turns()).hasSize(1);
    }

    @Test
    void itTakesAnySavingAndIgnoresTheMarkOfTheLastRejection() {
      model.then(Replies.saying("")).then(Replies.saying("Painting."));
      Story story = longStory();
      compact(AT_2000, story);
      goingOn(story);
      force(AT_2000.minimumGain(0.9), story);

      assertThat(stages()).containsExactly("summarize");
    }

    @Test
    void itStillTakesNoViewThatIsNotSmaller() {
      model.then(Replies.saying("long ".repeat(2_000)));
      force(foldAndSummarize(2_000), longStory());

      assertThat(asked().rejection().orElseThrow()).contains("too long");
    }

    @Test
    void itSaysWhetherTheViewIsAnother() {
      ProjectedJournal journal = folded(Story.of("Paint.").turn(opens("T-1")));

      assertThat(new Compactor(ladder(1), FRAME, model, clock).force(journal)).isFalse();
    }
  }

  /** Not one turn more than the target needs: what is trimmed is forgotten. */
  @Test
  void aTrimIsReportedWithWhatItSaved() {
    Story story = longStory().turn(paints("T-1", "green"));
    compact(Compaction.atTokens(2_000).stages(new Trim()), story);
    Compacted trimmed = (Compacted) appended.getLast();

    assertThat(trimmed.left().turns()).containsExactly(1, 2);
    assertThat(trimmed.report().tokensBefore()).isGreaterThanOrEqualTo(2_000);
    assertThat(trimmed.report().tokensAfter()).isBetween(1_000L, 1_999L);
  }

  @Test
  void aTargetIsAtLeastOneToken() {
    assertThatThrownBy(() -> Compaction.atTokens(5).target(0)).hasMessageContaining("was 0");
    assertThat(Stream.of(ladder(10).target(7)).map(Compaction::terms))
        .containsExactly(new Compaction.Terms(0.1, 7, true));
  }
}
