package dev.recap.compactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.compactor.CostLaw.Sizes;
import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostLawTest {
  private static final int LONGEST_PERIOD = 150;

  /** The reference run: prefix, recorded summary, one turn kept, growth a turn, instruction. */
  private static final Sizes REFERENCE = new Sizes(1_537, 570, 220, 220, 100);

  static Stream<CostLaw> laws() {
    List<Rates> rates =
        List.of(
            Rates.uncached(5),
            new Rates(5, 1.25, 0.1),
            new Rates(5, 1.25, 0.05),
            new Rates(5, 2, 0.025),
            new Rates(3, 1, 0.5));
    List<Sizes> sizes =
        List.of(
            REFERENCE,
            new Sizes(1_537, 880, 0, 220, 100),
            new Sizes(10_000, 1_500, 3_000, 900, 150),
            new Sizes(200, 100, 50, 60, 20));
    return rates.stream().flatMap(rate -> sizes.stream().map(size -> new CostLaw(rate, size)));
  }

  /**
   * Money counted request by request: a request is a list of blocks, the cache holds the prefix and
   * what was sent last, and a block is read, written or plain.
   */
  private static final class Till {
    private final CostLaw law;
    private List<String> cached = List.of("P");
    private List<String> view = new ArrayList<>();
    private int blocks;
    private double paid;

    Till(CostLaw law) {
      this.law = law;
      startAnew();
    }

    private double size(String block) {
      Sizes sizes = law.sizes();
      return switch (block.charAt(0)) {
        case 'P' -> sizes.prefix();
        case 'S' -> sizes.summary();
        case 'K' -> sizes.kept();
        default -> sizes.growth();
      };
    }

    private void startAnew() {
      view = new ArrayList<>(List.of("P", "S" + blocks++, "K" + blocks++));
    }

    /** Sends the view and lets it grow by one turn. */
    void turn() {
      pay(law.rates().cacheWrite());
      cached = List.copyOf(view);
      view.add("g" + blocks++);
    }

    /** Asks for a summary and goes on with it. */
    void summarize() {
      pay(1);
      paid += law.sizes().instruction() + law.rates().output() * law.sizes().summary();
      startAnew();
    }

    private void pay(double forTheRest) {
      int hit = 0;
      while (hit < Math.min(view.size(), cached.size()) && view.get(hit).equals(cached.get(hit))) {
        hit++;
      }
      for (int i = 0; i < view.size(); i++) {
        paid += size(view.get(i)) * (i < hit ? law.rates().cacheRead() : forTheRest);
      }
    }
  }

  private static double simulatedCostPerTurn(CostLaw law, int period) {
    var till = new Till(law);
    for (int i = 0; i < period; i++) {
      till.turn();
    }
    till.summarize();
    return till.paid / period;
  }

  private static int cheapestPeriod(CostLaw law) {
    int cheapest = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      double cost = simulatedCostPerTurn(law, period);
      if (cost < least) {
        cheapest = period;
        least = cost;
      }
    }
    return cheapest;
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theOptimumIsTheCheapestOfAllPeriods(CostLaw law) {
    assertThat(law.optimalTurns()).isCloseTo(cheapestPeriod(law), within(1.0));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aFactorOfOneAndAHalfOffTheOptimumCostsLittle(CostLaw law) {
    int best = cheapestPeriod(law);
    int late = (int) Math.round(best * 1.5);
    int early = Math.max(1, (int) Math.round(best / 1.5));
    double least = simulatedCostPerTurn(law, best);

    assertThat(simulatedCostPerTurn(law, late)).isLessThan(least * 1.10);
    assertThat(simulatedCostPerTurn(law, early)).isLessThan(least * 1.10);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void breakEvenIsWhereASummaryNowBeginsToBeCheaper(CostLaw law) {
    for (int grown : new int[] {3, 10, 40, 100}) {
      double view = law.sizes().least() + grown * law.sizes().growth();
      double breakEven = law.breakEvenTurns(view);
      int before = (int) Math.floor(breakEven);
      int after = (int) Math.floor(breakEven) + 1;

      assertThat(costOfGoingOn(law, grown, after, true))
          .isLessThan(costOfGoingOn(law, grown, after, false));
      if (before > 0) {
        assertThat(costOfGoingOn(law, grown, before, true))
            .isGreaterThanOrEqualTo(costOfGoingOn(law, grown, before, false) - 1e-6);
      }
    }
  }

  private static double costOfGoingOn(CostLaw law, int grown, int turns, boolean summarize) {
    var till = new Till(law);
    for (int i = 0; i < grown; i++) {
      till.turn();
    }
    till.paid = 0;
    if (summarize) {
      till.summarize();
    }
    for (int i = 0; i < turns; i++) {
      till.turn();
    }
    return till.paid;
  }

  @Nested
  class TheFormulas {
    private final Rates cached = new Rates(5, 1.25, 0.1);

    @Test
    void withoutACache() {
      double expected = Math.sqrt(2 * (1_537 + 570 + 220 + 100 + 5 * 570) / 220.0);

      assertThat(new CostLaw(Rates.uncached(5), REFERENCE).optimalTurns())
          .isCloseTo(expected, within(1e-9));
    }

    @Test
    void withACache() {
      double fixed = 0.1 * 1_537 + (1.25 + 5) * 570 + 100 - (1.25 - 1) * 220 + 1.25 * 220;
      var law = new CostLaw(cached, REFERENCE);

      assertThat(law.fixedCost()).isCloseTo(fixed, within(1e-9));
      assertThat(law.optimalTurns()).isCloseTo(Math.sqrt(2 * fixed / (0.1 * 220)), within(1e-9));
    }

    @Test
    void forTheThreshold() {
      var law = new CostLaw(cached, REFERENCE);

      assertThat(law.thresholdTokens())
          .isCloseTo(1_537 + 570 + 220 + 220 * law.optimalTurns(), within(1e-9));
    }

    @Test
    void forBreakEven() {
      double once = 0.1 * 9_000 + 100 + 5 * 570 + (1.25 - 0.1) * (570 + 220) - (1.25 - 1) * 220;

      assertThat(new CostLaw(cached, REFERENCE).breakEvenTurns(9_000))
          .isCloseTo(once / (0.1 * (9_000 - 1_537 - 570 - 220)), within(1e-9));
    }

    @Test
    void neverBreakEvenWhereTheViewWouldNotBecomeShorter() {
      assertThat(new CostLaw(cached, REFERENCE).breakEvenTurns(2_327)).isInfinite();
    }
  }

  @Test
  void ratesAreRelativeToTheInputPrice() {
    assertThat(Rates.of(new Prices(3, 0.3, 3.75, 15)).output()).isEqualTo(5);
    assertThat(Rates.of(new Prices(3, 0.3, 3.75, 15)).cacheRead())
        .isCloseTo(0.1, Percentage.withPercentage(0.01));
    assertThat(Rates.of(new Prices(3, 0, 0, 15)).cacheRead()).isPositive();
    assertThat(Rates.uncached(5).cacheHelps()).isFalse();
  }
}
