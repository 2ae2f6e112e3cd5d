package dev.recap.desk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.batch.Batch.Budget;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final double NO_DOLLARS = Double.POSITIVE_INFINITY;

  /** Somebody raised the tokens of a shift once, and its limit in money was gone. */
  @Test
  void whatSetsOneLimitLeavesTheOtherAsItWas() {
    var before = new Budget(2, 9_000);

    assertThat(new Budget(NO_DOLLARS, 20_000).over(before)).isEqualTo(new Budget(2, 20_000));
    assertThat(new Budget(5, Long.MAX_VALUE).over(before)).isEqualTo(new Budget(5, 9_000));
    assertThat(new Budget(5, 20_000).over(before)).isEqualTo(new Budget(5, 20_000));
    assertThat(Budget.NONE.over(before)).isEqualTo(before);
  }

  @Test
  void ofNothingIsNoBudget() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(0, 1))
        .withMessageContaining("dollars is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(1, 0))
        .withMessageContaining("tokens is 0");
  }
}
