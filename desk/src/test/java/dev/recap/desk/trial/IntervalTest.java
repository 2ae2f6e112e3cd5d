package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  /** As R's binom.confint(method = "wilson") and Agresti and Coull (1998) have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.0000, 0.2775",
    "7, 10, 0.3968, 0.8922",
    "10, 10, 0.7225, 1.0000",
    "1, 1, 0.2065, 1.0000",
    "81, 263, 0.2553, 0.3662"
  })
  void isWilsons(int successes, int n, double low, double high) {
    Interval interval = Interval.of(successes, n);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Property(tries = 200)
  void hasTheShareInItAndNothingThatIsNoShare(
      @ForAll @IntRange(min = 1, max = 10_000) int n, @ForAll @IntRange(max = 10_000) int some) {
    int successes = Math.min(some, n);
    Interval interval = Interval.of(successes, n);

    double share = (double) successes / n;
    assertThat(interval.low()).isBetween(0.0, share + 1e-12);
    assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interval.of(0, 0))
        .withMessageContaining("0 of 0");
  }
}
