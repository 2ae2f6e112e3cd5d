package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.TurnReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  /**
   * Prompt tokens of the recorded baseline, turn by turn: claude-cookbooks, automatic context
   * compaction, commit 6822c644 (MIT).
   */
  private static final List<Integer> RECORDED =
      List.of(
          1537, 1760, 1905, 2237, 2385, 2537, 2888, 3079, 3316, 3450, 3777, 3925, 4077, 4476, 4668,
          4894, 5028, 5333, 5481, 5633, 6017, 6209, 6435, 6569, 6896, 7044, 7196, 7618, 7808, 8040,
          8179, 8508, 8656, 8808, 9190, 9382);

  private static final int RECORDED_INPUT = 204_416;

  private static ScenarioReport atDefault;

  @BeforeAll
  static void play() {
    var overHttp =
        new ModelChoice.Simulator(Behaviour.defaults(), Pace.instant(), CurrentModel.NAME, null);
    atDefault = TestScenario.play(overHttp, Tuning.standard(), StrategyName.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "summary", "recap", "recall", "per-ticket"})
  void everyRunButTheTutorialsCompletesEveryTicketAndLosesNothing(String name) {
    RunReport run = run(name);

    assertThat(run.ticketsComplete()).isEqualTo(5);
    assertThat(run.callEvents()).isEmpty();
    assertThat(run.taskAlwaysInView()).isTrue();
  }

  @Test
  void callsAddUp() {
    assertThat(atDefault.runs())
        .allSatisfy(run -> {
          var calls = run.toolCalls();
          assertThat(calls.asked())
              .isEqualTo(
                  calls.executed()
                      + calls.guarded()
                      + run.callEvents().stream()
                          .filter(e -> e.kind() == CallEvent.Kind.LOST && e.turn() > 0)
                          .count());
        });
  }

  @Nested
  class TheBaselineIsTheReferences {
    @Test
    void inItsTurns() {
      assertThat(run("baseline").turns()).isBetween(36, 37);
    }

    @Test
    void inItsFirstRequestWithinThreePercent() {
      assertThat(run("baseline").perTurn().getFirst().promptTokens())
          .isCloseTo(RECORDED.getFirst(), Percentage.withPercentage(3));
    }

    @Test
    void inEachOfTheFirst36PromptsWithinTenPercent() {
      List<TurnReport> turns = run("baseline").perTurn();
      for (int i = 0; i < RECORDED.size(); i++) {
        assertThat(turns.get(i).promptTokens())
            .as("prompt of turn " + (i + 1))
            .isCloseTo(RECORDED.get(i), Percentage.withPercentage(10));
      }
    }

    @Test
    void inItsTotalInputWithinTenPercent() {
      assertThat(run("baseline").tokens().promptTokens())
          .isCloseTo(RECORDED_INPUT, Percentage.withPercentage(10));
    }
  }

  @Nested
  class Recap {
    @Test
    void savesAtLeast55PercentOfTheBaselineAtTheSameNumberOfTurns() {
      assertThat(run("recap").turns()).isEqualTo(run("baseline").turns());
      assertThat(atDefault.saved())
          .filteredOn(saved -> saved.run().equals("recap"))
          .allMatch(saved -> saved.share() >= 0.55);
    }

    @Test
    void spendsAtMost6PercentMoreThanTheSameTurnFloor() {
      assertThat(run("recap").tokens().totalTokens())
          .isLessThanOrEqualTo(Math.round(1.06 * sameTurnFloor(run("baseline"))));
    }

    @Test
    void foldsOncePerTicketAndNeedsNoSummaryAtTheDefaultThreshold() {
      assertThat(run("recap").folds()).isEqualTo(5);
      assertThat(run("recap").tokens().summary().calls()).isZero();
    }

    /** Tokens of the baseline's turns if each had carried nothing of the tickets before. */
    private long sameTurnFloor(RunReport baseline) {
      List<TurnReport> turns = baseline.perTurn();
      long first = turns.getFirst().promptTokens();
      long sum = 0;
      for (int i = 0; i < turns.size(); i++) {
        long carried = turns.get(Math.min(i / 7, 5) * 7).promptTokens() - first;
        sum += turns.get(i).promptTokens() - carried + turns.get(i).outputTokens();
      }
      return sum;
    }
  }

  @Test
  void parallelCallsAreCompletedInFewerTurns() {
    var parallel = new Behaviour(SummaryMode.FAITHFUL, Schedule.PARALLEL, AgentMode.obedient());
    RunReport run = TestScenario.play(parallel, Tuning.standard(), StrategyName.RECAP);

    assertThat(run.turns()).isLessThan(run("recap").turns());
    assertThat(run.ticketsComplete()).isEqualTo(5);
    assertThat(run.callEvents()).isEmpty();
  }

  /** So that experiments may leave server and client out. */
  @ParameterizedTest
  @EnumSource
  void aRunWithoutServerAndClientHasTheFiguresOfOneOverHttp(StrategyName strategy) {
    assertThat(TestScenario.play(Behaviour.defaults(), Tuning.standard(), strategy))
        .isEqualTo(run(strategy.label()));
  }

  private static RunReport run(String name) {
    return atDefault.run(name).orElseThrow();
  }
}
