package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Compaction.Forecast;
import dev.recap.journal.Compacted;
import dev.recap.journal.Weighed;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is only done when it pays, and what is said about it. */
class EconomyTest extends CompactorFixture {
  private static final Prices SONNET = new Prices(3, 0.3, 3.75, 15);
  private static final int LARGE_WINDOW = 200_000;
  private static final Compaction NO_PRESSURE = Compaction.atTokens(1_000_000);

  /** A turn before which the provider counts what is estimated. */
  private static Story measured(Story story, Step... steps) {
    return story.using(story.view().estimatedTokens(), 0).turn(steps);
  }

  /** One item that takes so many long turns, about 1,150 tokens each, and is closed. */
  private static Story finishedAfter(int longTurns) {
    Story story = measured(Story.of("Paint."), opens("T-1"));
    for (int i = 0; i < longTurns; i++) {
      measured(story, paintsAtLength("color " + i));
    }
    return measured(story, finishes("T-1"));
  }

  private List<Weighed> weighed() {
    return appended.stream().filter(Weighed.class::isInstance).map(Weighed.class::cast).toList();
  }

  private static Forecast turns(int left) {
    return (ledger, turnsSoFar) -> left;
  }

  private void cacheableFrom(int tokens) {
    model.profile(new ModelProfile("cached", LARGE_WINDOW, tokens, SONNET));
  }

  @Nested
  class AFoldBelowTheCacheableMinimum {
    @Test
    void waitsWhenWritingTheRestAnewCostsMoreThanCarryingWhatWouldLeave() {
      cacheableFrom(4_096);
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).isEmpty();
      assertThat(weighed()).hasSize(1);
      assertThat(weighed().getFirst().done()).isFalse();
      assertThat(weighed().getFirst().words())
          .matches("kept: 7 turns left, would cost \\d\\.\\d\\d cents more");
      assertThat(Objects.requireNonNull(weighed().getFirst().worth()).knownDollars().orElseThrow())
          .isNegative();
    }

    @Test
    void waitsForThePeriodOfTheLawHoweverMuchWorkIsLeft() {
      cacheableFrom(4_096);
      compact(NO_PRESSURE.forecast(turns(1_000)), finishedAfter(5));

      assertThat(stages()).isEmpty();
      assertThat(weighed().getFirst().words())
          .startsWith("kept: carrying what would leave has cost ");
    }

    @Test
    void happensOnceCarryingHasCostAsMuch() {
      cacheableFrom(4_096);
      compact(NO_PRESSURE.forecast(turns(1_000)), finishedAfter(20));

      assertThat(stages()).containsExactly("fold");
      assertThat(weighed().getFirst().done()).isTrue();
      assertThat(weighed().getFirst().words()).startsWith("done: 1000 turns left, saves ");
    }

    @Test
    void countsAShareOfTheLossWhereTheNextFoldsOnlyAddALine() {
      Story story = measured(Story.of("Paint it well. ".repeat(300)), opens("T-1"));
      measured(story, paintsAtLength("red"));
      measured(story, paintsAtLength("blue"));
      measured(story, finishes("T-1"));
      cacheableFrom(0);
      long head = compact(NO_PRESSURE, Story.retold(story)).view().leastTokens();

      cacheableFrom((int) head);
      compact(NO_PRESSURE.forecast(turns(1_000)), Story.retold(story));
      assertThat(stages()).containsExactly("fold", "fold");
      cacheableFrom((int) (head * 1.2));
      compact(NO_PRESSURE.forecast(turns(1_000)), Story.retold(story));
      assertThat(stages()).hasSize(2);
    }

    @Test
    void happensWhenTheViewIsTooLarge() {
      cacheableFrom(4_096);
      compact(Compaction.atTokens(5_000), finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
      assertThat(weighed()).isEmpty();
    }

    @Test
    void happensOnceTheCacheHasForgottenEverything() {
      cacheableFrom(4_096);
      clock.advance(Duration.ofMinutes(6));
      compact(NO_PRESSURE.forecast(turns(1_000)), finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
    }

    @Test
    void happensBeforeAPriceStep() {
      var dear = new Prices(15, 1.5, 18.75, 75);
      var stepped = new Prices(3, 0.3, 3.75, 6, 15, List.of(new Prices.Step(6_000, dear)));
      model.profile(new ModelProfile("stepped", LARGE_WINDOW, 4_096, stepped));
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
    }

    @Test
    void happensWhenTheWindowForcesIt() {
      model.profile(new ModelProfile("small", 7_000, 4_096, SONNET));
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
    }

    @Test
    void isExplainedOnceAndNotWithEveryTurn() {
      cacheableFrom(4_096);
      ProjectedJournal journal = folded(finishedAfter(5));
      var compactor = new Compactor(NO_PRESSURE, FRAME, model, clock);
      compactor.beforeRequest(journal);
      compactor.beforeRequest(journal);
      compactor.beforeRequest(journal);

      assertThat(weighed()).hasSize(1);
    }
  }

  @Nested
  class AFoldIsNotWeighed {
    @Test
    void whereItsHeadIsLongEnoughToBeCached() {
      cacheableFrom(1);
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
      assertThat(weighed()).isEmpty();
    }

    @Test
    void whereNoPricesAreKnown() {
      model.profile(new ModelProfile("unpriced", LARGE_WINDOW, 4_096, null));
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
      assertThat(weighed()).isEmpty();
    }

    @Test
    void whereTheCacheIsNoCheaper() {
      model.profile(new ModelProfile("flat", LARGE_WINDOW, 4_096, new Prices(3, 3, 3, 15)));
      compact(NO_PRESSURE, finishedAfter(5));

      assertThat(stages()).containsExactly("fold");
    }
  }

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
