package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction.Forecast;
import dev.recap.compaction.Trigger;
import dev.recap.journal.Journal;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import dev.recap.testing.Story;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThresholdTest {
  private static final ModelProfile PROFILE = new ModelProfile("any", 100_000, 0, null);
  private static final Rates RATES = new Rates(5, 1.25, 0.1);

  private final View view = View.of(Story.of("Paint.").entries(), 1_300);

  private long tokens(Trigger trigger, Optional<Outlook> outlook) {
    return Threshold.tokens(trigger, PROFILE, view, () -> outlook);
  }

  private static Outlook outlook(double patience) {
    return new Outlook(10, 570, patience, new Carrying(RATES, 0, 220, false));
  }

  @Test
  void ofTokensAndSharesIsTheirOwn() {
    assertThat(tokens(new Trigger.AtTokens(7), Optional.empty())).isEqualTo(7);
    assertThat(tokens(new Trigger.AtWindowShare(0.5), Optional.empty())).isEqualTo(50_000);
    assertThat(tokens(new Trigger.Never(), Optional.empty())).isEqualTo(Long.MAX_VALUE);
  }

  @Nested
  class OfTheCostLaw {
    private final long optimum = Math.round(outlook(Outlook.NO_ITEMS).law(view).thresholdTokens());

    private long at(double patience) {
      return tokens(new Trigger.CostLaw(), Optional.of(outlook(patience)));
    }

    @Test
    void isItsOptimumWhereThereAreNoItems() {
      assertThat(at(Outlook.NO_ITEMS)).isEqualTo(optimum).isBetween(6_000L, 8_000L);
    }

    @Test
    void waitsInTheMiddleOfAnItem() {
      assertThat(at(Outlook.MID_ITEM)).isBetween(optimum * 3 / 2 - 1, optimum * 3 / 2 + 1);
    }

    @Test
    void comesEarlyAtTheEndOfAnItem() {
      assertThat(at(Outlook.ITEM_END)).isBetween(optimum * 2 / 3 - 1, optimum * 2 / 3 + 1);
    }

    @Test
    void isFourFifthsOfTheWindowUntilGrowthWasMeasured() {
      assertThat(tokens(new Trigger.CostLaw(), Optional.empty())).isEqualTo(80_000);
    }
  }

  @Nested
  class TheOutlook {
    private final Story story = Story.of("Paint.");

    private Optional<Outlook> ahead(Forecast forecast) {
      Journal journal = Journal.inMemory();
      story.entries().forEach(journal::append);
      var priced = new ModelProfile("p", 100_000, 1_024, new Prices(3, 0.3, 3.75, 15));
      return Outlook.of(
          new ProjectedJournal(journal, 0, entry -> {}), priced, forecast, Story.NOON);
    }

    @Test
    void isUnknownUntilTwoPromptsInARowWereMeasured() {
      story.using(1_000, 10).turn(opens("T-1"));

      assertThat(ahead(Forecast.asLongAgain())).isEmpty();
    }

    @Test
    void measuresGrowthAndExpectsAsManyTurnsAgain() {
      story.using(1_000, 10).turn(opens("T-1")).using(1_300, 10).turn(paints("T-1", "red"));
      story.using(1_500, 10).turn(finishes("T-1"));
      Outlook ahead = ahead(Forecast.asLongAgain()).orElseThrow();

      assertThat(ahead.carrying().growthTokens()).isEqualTo(250);
      assertThat(ahead.turnsLeft()).isEqualTo(3);
      assertThat(ahead.patience()).isEqualTo(Outlook.ITEM_END);
    }

    @Test
    void expectsOfAQueueAsManyTurnsAnItemAsBefore() {
      story.using(1_000, 10).turn(opens("T-1")).using(1_300, 10).turn(paints("T-1", "red"));
      assertThat(ahead(Forecast.items(() -> 4)).orElseThrow().turnsLeft()).isEqualTo(2);

      story.turn(finishes("T-1"));
      assertThat(ahead(Forecast.items(() -> 4)).orElseThrow().turnsLeft()).isEqualTo(4 * 3);

      // Half of the open one counts as done, with half of the turns of one.
      story.turn(opens("T-2"));
      assertThat(ahead(Forecast.items(() -> 4)).orElseThrow().turnsLeft()).isEqualTo(3.5 * 4 / 1.5);
      assertThat(ahead(Forecast.items(() -> 4)).orElseThrow().patience())
          .isEqualTo(Outlook.MID_ITEM);
    }

    @Test
    void neverExpectsLessThanNothing() {
      story.using(1_000, 10).says("So.").using(1_300, 10).says("So.");

      assertThat(ahead((ledger, turns) -> -5).orElseThrow().turnsLeft()).isZero();
      assertThat(ahead(Forecast.asLongAgain()).orElseThrow().patience())
          .isEqualTo(Outlook.NO_ITEMS);
    }
  }
}
