package dev.recap.compactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.compactor.CostLaw.Sizes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarryingTest {
  private static final Rates CACHED = new Rates(5, 1.25, 0.1);

  @Nested
  class WithoutACache {
    @Test
    void everyPromptCostsItsTokens() {
      var carrying = new Carrying(Rates.uncached(5), 1_024, 100, false);

      assertThat(carrying.cost(1_000, 900, 3)).isEqualTo(1_000 + 1_100 + 1_200);
    }
  }

  @Nested
  class WithACache {
    @Test
    void whatStoodBeforeIsReadAndTheGrowthIsWritten() {
      var carrying = new Carrying(CACHED, 1_024, 100, false);

      assertThat(carrying.cost(2_000, 1_900, 2)).isCloseTo(190 + 125 + 200 + 125, within(1e-9));
    }

    @Test
    void aPromptBelowTheMinimumIsPlain() {
      var carrying = new Carrying(CACHED, 1_024, 100, false);

      assertThat(carrying.cost(1_000, 900, 1)).isEqualTo(1_000);
    }

    @Test
    void aPrefixBelowTheMinimumIsWrittenAnew() {
      var carrying = new Carrying(CACHED, 1_024, 100, false);

      assertThat(carrying.cost(1_100, 1_000, 1)).isCloseTo(1_375, within(1e-9));
    }

    @Test
    void aPartOfATurnCountsInPart() {
      var carrying = new Carrying(CACHED, 1_024, 100, false);

      assertThat(carrying.cost(1_000, 0, 0.5)).isEqualTo(500);
      assertThat(carrying.cost(1_000, 0, 0)).isZero();
    }
  }

  /** Above the cacheable minimum the two ways to weigh a summary are one. */
  @ParameterizedTest
  @MethodSource("dev.recap.compactor.CostLawTest#laws")
  void agreesWithTheLawsBreakEven(CostLaw law) {
    Sizes sizes = law.sizes();
    var carrying = new Carrying(law.rates(), 0, sizes.growth(), false);
    double view = sizes.prefix() + sizes.summary() + sizes.kept() + 30 * sizes.growth();
    double cached = view - sizes.growth();
    double once =
        law.rates().cacheRead() * cached
            + sizes.growth()
            + sizes.instruction()
            + law.rates().output() * sizes.summary();
    double least = sizes.prefix() + sizes.summary() + sizes.kept();
    int turns = (int) Math.floor(law.breakEvenTurns(view));

    assertThat(saved(carrying, view, least, sizes.prefix(), turns + 1)).isGreaterThan(once);
    assertThat(saved(carrying, view, least, sizes.prefix(), turns)).isLessThan(once + 1e-6);
  }

  private static double saved(
      Carrying carrying, double view, double least, double prefix, double turns) {
    return carrying.cost(view, view - carrying.growthTokens(), turns)
        - carrying.cost(least, prefix, turns);
  }
}
