package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.report.RunReport;
import dev.recap.simulator.Behaviour;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No threshold makes a loop: from below the first request to far above the last. */
class ThresholdsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 700, 1_100, 1_600, 2_000, 2_500, 2_800, 5_000, 100_000, 1_000_000})
  void theLadderCompletesTheScenario(long threshold) {
    RunReport run = play(threshold, StrategyName.RECAP);

    assertThat(run.ended()).isEqualTo("Answered");
    assertThat(run.ticketsComplete()).isEqualTo(3);
    assertThat(run.callEvents()).isEmpty();
    assertThat(run.taskAlwaysInView()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 700, 1_100, 1_600, 2_000, 2_500, 2_800, 5_000, 100_000, 1_000_000})
  void theSummaryAloneEndsTheScenario(long threshold) {
    RunReport run = play(threshold, StrategyName.SUMMARY);

    assertThat(run.ended()).isEqualTo("Answered");
    assertThat(run.ticketsComplete()).isEqualTo(3);
  }

  private static RunReport play(long threshold, StrategyName strategy) {
    return new Scenario(
            new TicketSource.Generated(3, 42),
            new ModelChoice.InProcess(Behaviour.defaults(), CurrentModel.NAME),
            new Tuning(threshold, List.of(), null),
            ModelCatalog.bundled(),
            ScenarioListener.SILENT)
        .play(List.of(strategy))
        .runs()
        .getFirst();
  }
}
