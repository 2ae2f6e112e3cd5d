package dev.recap.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.cost.LawCase.Sizes;
import dev.recap.lab.scenario.CurrentModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawRowTest {
  private static final List<LawRow> SPREAD = LawCase.spread().stream().map(LawRow::of).toList();

  @Test
  void theLawsPeriodCostsNoMoreThanTheBestOfAllPeriods() {
    assertThat(SPREAD).hasSizeGreaterThan(200);
    assertThat(SPREAD).allSatisfy(row -> assertThat(row.moneyError()).isLessThan(0.001));
  }

  @Test
  void theSpreadIsWide() {
    assertThat(SPREAD).anyMatch(row -> row.bruteTurns() < 4);
    assertThat(SPREAD).anyMatch(row -> row.bruteTurns() > 100);
    assertThat(SPREAD).anyMatch(row -> !row.cached());
  }

  @Test
  void aFactorOfOneAndAHalfCostsAboutFourPercentAtTheReferencesSizes() {
    LawRow reference =
        LawRow.of(new LawCase(true, new Sizes(1_571, 570, 0, 220, 90), CurrentModel.PRICES));

    assertThat(reference.halfAgain()).isBetween(0.03, 0.05);
    assertThat(reference.twoThirds()).isBetween(0.03, 0.05);
  }
}
