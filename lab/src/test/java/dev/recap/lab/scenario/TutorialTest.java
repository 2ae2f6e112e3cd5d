package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.report.RunReport;
import dev.recap.simulator.SummaryMode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TutorialTest {
  private static RunReport tutorial;

  @BeforeAll
  static void play() {
    tutorial = TestScenario.play(SummaryMode.FAITHFUL, Tuning.standard(), StrategyName.TUTORIAL);
  }

  @Test
  void losesTheCallThatWasPendingAtEachCompaction() {
    assertThat(tutorial.compactions()).isPositive();
    assertThat(tutorial.toolCalls().lost()).isEqualTo(tutorial.compactions());
    assertThat(tutorial.taskAlwaysInView()).isFalse();
  }

  @Test
  void countsTheSummaryTokensThatItHides() {
    RunReport.Tokens tokens = tutorial.tokens();

    assertThat(tokens.totalTokens())
        .isEqualTo(
            tokens.promptTokens()
                + tokens.outputTokens()
                + tokens.summary().inputTokens()
                + tokens.summary().outputTokens());
    assertThat(tokens.summary().calls()).isPositive();
  }

  @Test
  void diesOnASummaryThatDoesNotBeginWithText() {
    RunReport died =
        TestScenario.play(SummaryMode.THINKING_FIRST, Tuning.standard(), StrategyName.TUTORIAL);

    assertThat(died.ended()).startsWith("died: ");
    assertThat(died.ticketsComplete()).isLessThan(5);
  }

  @Test
  void isStoppedAndShownAsLoopingWhenTheThresholdIsBelowItsSummaries() {
    RunReport loops =
        TestScenario.play(
            SummaryMode.FAITHFUL, new Tuning(1_000, List.of(), null), StrategyName.TUTORIAL);

    assertThat(loops.ended()).startsWith("looping");
  }
}
