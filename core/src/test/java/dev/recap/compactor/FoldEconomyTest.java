package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When a fold waits, and until when. */
class FoldEconomyTest extends EconomyFixture {

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
}
