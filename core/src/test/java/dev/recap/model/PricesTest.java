package dev.recap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.recap.conversation.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
  private static final double EXACT = 1e-12;
  private static final Prices ABOVE = new Prices(0.5, 0.05, 0.625, 1, 2.5, List.of());
  private static final Prices STEPPED =
      new Prices(0.1, 0.01, 0.125, 0.2, 0.5, List.of(new Prices.Step(100_000, ABOVE)));

  @ParameterizedTest
  @CsvSource({
    // input, read, written, of it for an hour, output, dollars
    "100000,      0,     0,    0,    0, 0.01",
    "100001,      0,     0,    0,    0, 0.0500005",
    "     0,  60000, 40000,    0, 1000, 0.0061",
    "     1,  60000, 40000,    0, 1000, 0.0305005",
    "     0,      0, 40000, 8000,    0, 0.0056",
  })
  void ofOneReplyHangOnTheLengthOfItsPrompt(
      long input, long read, long written, long hour, long output, double dollars) {
    var usage = new Usage(input, read, written, output, new Usage.Details(hour, 0, null));

    assertThat(STEPPED.cached(usage)).isCloseTo(dollars, within(EXACT));
  }

  @Test
  void ofTheProvidersOwnCompactionAreThoseOfItsOwnLength() {
    var compaction = new Usage(200_000, 0, 0, 1_000);
    var usage = new Usage(10_000, 0, 0, 0, new Usage.Details(0, 0, compaction));

    assertThat(STEPPED.cached(usage)).isCloseTo(STEPPED.cached(compaction) + 0.001, within(EXACT));
    assertThat(STEPPED.uncached(usage)).isEqualTo(STEPPED.cached(usage));
  }

  @Test
  void withoutStepsAreTheSameForEveryLength() {
    var flat = new Prices(2, 0.1, 2.5, 10);

    assertThat(flat.at(1)).isSameAs(flat);
    assertThat(flat.cached(new Usage(1_000_000, 0, 0, 0))).isEqualTo(2);
    assertThat(flat.hourWrite()).isEqualTo(2.5);
  }

  @Test
  void haveStepsInOrderAndOneDeep() {
    var step = new Prices.Step(100, ABOVE);

    assertThatThrownBy(() -> new Prices(1, 1, 1, 1, 1, List.of(step, step)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above the one before");
    assertThatThrownBy(() -> new Prices.Step(100, STEPPED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no steps of its own");
  }
}
