package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.report.RunReport;
import dev.recap.simulator.SummaryMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the summarizer does, nothing is lost. */
class SummaryModesTest {
  private static final String ANSWERED = "^(?!HTTP_|TIME_OUT).*";

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ANSWERED)
  void theLadderAt2000LosesNothing(SummaryMode mode) {
    holds(mode, new Tuning(2_000, List.of(), null));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ANSWERED)
  void theLadderAt2800LosesNothing(SummaryMode mode) {
    holds(mode, new Tuning(2_800, List.of(), null));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ANSWERED)
  void summariesAloneAt3000LoseNothing(SummaryMode mode) {
    holds(mode, new Tuning(3_000, List.of("summarize"), null));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ANSWERED)
  void summariesAloneAt5000LoseNothing(SummaryMode mode) {
    holds(mode, new Tuning(5_000, List.of("summarize"), null));
  }

  @Test
  void summariesOfACheaperModelArePricedAsItsOwn() {
    Tuning own = new Tuning(3_000, List.of("summarize"), null);
    Tuning cheaper =
        new Tuning(
            3_000,
            List.of("summarize"),
            new Tuning.Summaries(null, "claude-haiku-4-5"),
            Tuning.Law.STANDARD,
            Double.POSITIVE_INFINITY);

    RunReport dear = TestScenario.play(SummaryMode.FAITHFUL, own, StrategyName.RECAP);
    RunReport cheap = TestScenario.play(SummaryMode.FAITHFUL, cheaper, StrategyName.RECAP);

    assertThat(cheap.tokens().summary()).isEqualTo(dear.tokens().summary());
    assertThat(cheap.cost().uncached()).isLessThan(dear.cost().uncached());
  }

  private static void holds(SummaryMode mode, Tuning tuning) {
    RunReport run = TestScenario.play(mode, tuning, StrategyName.RECAP);

    assertThat(run.toolCalls().lost()).isZero();
    assertThat(run.toolCalls().repeated()).isZero();
    assertThat(run.ticketsComplete()).isEqualTo(5);
    assertThat(run.taskAlwaysInView()).isTrue();
    RunReport.Summary summary = run.tokens().summary();
    assertThat(summary.calls()).as("summaries asked for").isPositive();
    switch (mode) {
      case FAITHFUL, AMNESIAC, LYING, THINKING_FIRST -> assertThat(summary.adopted()).isPositive();
      // What it copies may be as long as what it stands for.
      case PARROTING -> {}
      case TRUNCATED, EMPTY, VERBOSE, HTTP_400, HTTP_529, TIME_OUT ->
          assertThat(summary.adopted()).isZero();
    }
    if (tuning.threshold() == 2_000) {
      assertThat(summary.calls()).isLessThanOrEqualTo(8);
    }
  }
}
