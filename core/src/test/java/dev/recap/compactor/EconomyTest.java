package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Compacted;
import dev.recap.model.ModelProfile;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is only done when it pays, and what is said about it. */
class EconomyTest extends EconomyFixture {

  @Nested
  class Clearing {
    /** One long result at the very start, and much behind it that would be written anew. */
    private Story readLongAgo() {
      Story story = measured(Story.of("Paint."), looksUp("glue").saying(LONG));
      measured(story, opens("T-1"));
      for (int i = 0; i < 4; i++) {
        measured(story, paintsAtLength("color " + i));
      }
      return story;
    }

    private Compaction clearing() {
      return Compaction.atTokens(5_000).stages(new ClearToolResults()).minimumGain(0);
    }

    @Test
    void isNotDoneWhenTooFewTurnsAreLeft() {
      cacheableFrom(1);
      compact(clearing().forecast(turns(5)), readLongAgo());

      assertThat(stages()).isEmpty();
      assertThat(weighed().getFirst().stage()).isEqualTo("clear-tool-results");
      assertThat(weighed().getFirst().done()).isFalse();
    }

    @Test
    void isDoneWhenItPaysBack() {
      cacheableFrom(1);
      compact(clearing().forecast(turns(500)), readLongAgo());

      assertThat(stages()).containsExactly("clear-tool-results");
      assertThat(weighed().getFirst().done()).isTrue();
    }

    @Test
    void isDoneAnywayWhenTheWindowForcesIt() {
      model.profile(new ModelProfile("small", 7_000, 1, SONNET));
      compact(clearing().forecast(turns(1)), readLongAgo());

      assertThat(stages()).containsExactly("clear-tool-results");
    }

    @Test
    void costsNothingAndIsDoneWithoutACache() {
      model.profile(new ModelProfile("unpriced", LARGE_WINDOW, 1, null));
      compact(clearing().forecast(turns(1)), readLongAgo());

      assertThat(stages()).containsExactly("clear-tool-results");
      assertThat(weighed().getFirst().words()).endsWith(" input tokens");
    }
  }

  @Nested
  class WhereEveryStageHasToPay {
    private Story measuredLongStory() {
      Story story = measured(Story.of("Paint."), opens("T-1"));
      measured(story, paintsAtLength("red"));
      measured(story, paintsAtLength("green"));
      return measured(story, paints("T-1", "blue"));
    }

    @Test
    void noSummaryIsAskedForThatWouldNotPay() {
      cacheableFrom(1);
      compact(AT_2000.onlyIfItPays().forecast(turns(2)), measuredLongStory());

      assertThat(model.requests()).isEmpty();
      assertThat(weighed().getFirst().stage()).isEqualTo("summarize");
      assertThat(weighed().getFirst().done()).isFalse();
    }

    @Test
    void oneThatPaysIsAskedForAndReportedInDollars() {
      cacheableFrom(1);
      model.then(Replies.saying("Painting.").using(2_000, 10));
      compact(AT_2000.onlyIfItPays().forecast(turns(200)), measuredLongStory());
      var report = ((Compacted) appended.getLast()).report();
      double aTurn = (report.tokensBefore() - report.tokensAfter()) * 0.3 / 1_000_000;

      assertThat(weighed().getFirst().done()).isTrue();
      assertThat(report.dollarsSaved())
          .isPositive()
          .isCloseTo(200 * aTurn, within(0.2 * 200 * aTurn));
    }

    @Test
    void othersAreAskedForWhenNothingIsSaidAboutPaying() {
      cacheableFrom(1);
      model.then(Replies.saying("Painting."));
      compact(AT_2000.forecast(turns(0)), measuredLongStory());

      assertThat(stages()).containsExactly("summarize");
      assertThat(weighed()).isEmpty();
    }

    @Test
    void aForcedCompactionIsNotWeighed() {
      cacheableFrom(1);
      model.then(Replies.saying("Painting."));
      ProjectedJournal journal = folded(measuredLongStory());
      new Compactor(AT_2000.onlyIfItPays().forecast(turns(0)), FRAME, model, clock).force(journal);

      assertThat(stages()).containsExactly("summarize");
    }
  }

  @Test
  void aReportHasNoDollarsWherePricesOrGrowthAreUnknown() {
    compact(NO_PRESSURE, longStory().turn(finishes("T-1")));

    assertThat(((Compacted) appended.getFirst()).report().dollarsSaved()).isNull();
  }
}
