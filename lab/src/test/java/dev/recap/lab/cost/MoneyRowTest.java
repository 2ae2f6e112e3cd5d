package dev.recap.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.conversation.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyRowTest {
  private static final CostOutcome SHORT =
      new CostOutcome(CostOutcome.RUN, 4_000, new Usage(0, 1_000_000, 200_000, 0), 10);
  private static final CostOutcome LONG =
      new CostOutcome(CostOutcome.RUN, 9_000, new Usage(0, 3_000_000, 100_000, 0), 5);

  @Test
  void eachPriceHasACheapestOutcomeOfItsOwn() {
    MoneyRow row = row(List.of(SHORT, LONG), Optional.empty());

    assertThat(row.threshold()).isEqualTo("4000 4000 9000 9000");
    assertThat(row.uncached()).isCloseTo(2.4, within(1e-9));
    assertThat(row.readTenth()).isCloseTo(0.2 + 0.5, within(1e-9));
    assertThat(row.readFortieth()).isCloseTo(3 * 0.05 + 0.25, within(1e-9));
    assertThat(row.summaryTokens()).isEqualTo(5);
  }

  @Test
  void aLossIsANegativeSaving() {
    MoneyRow row = row(List.of(SHORT), Optional.of(LONG));

    assertThat(row.saved()).isNegative();
  }

  @Test
  void whatCannotBeHadSaysWhyAndHasNoFigure() {
    MoneyRow row = row(List.of(CostOutcome.impossible("does not end")), Optional.of(SHORT));

    assertThat(row.how()).isEqualTo("does not end");
    assertThat(row.readTenth()).isNull();
    assertThat(row.saved()).isNull();
  }

  private static MoneyRow row(List<CostOutcome> outcomes, Optional<CostOutcome> none) {
    return MoneyRow.of(Way.SUMMARY, 20, 512, outcomes, none);
  }
}
