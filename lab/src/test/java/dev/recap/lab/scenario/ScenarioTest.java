package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.TurnReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {
  private static final long SEED = 42;

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
    atDefault = play(SummaryMode.FAITHFUL, Tuning.standard(), StrategyName.values());
  }

  @ParameterizedTest
  @CsvSource({"baseline", "summary", "recap", "per-ticket"})
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
  class TheTutorial {
    @Test
    void losesTheCallThatWasPendingAtEachCompaction() {
      RunReport tutorial = run("tutorial");

      assertThat(tutorial.compactions()).isPositive();
      assertThat(tutorial.toolCalls().lost()).isEqualTo(tutorial.compactions());
      assertThat(tutorial.taskAlwaysInView()).isFalse();
    }

    @Test
    void countsTheSummaryTokensThatItHides() {
      RunReport.Tokens tokens = run("tutorial").tokens();

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
          play(SummaryMode.THINKING_FIRST, Tuning.standard(), StrategyName.TUTORIAL)
              .runs()
              .getFirst();

      assertThat(died.ended()).startsWith("died: ");
      assertThat(died.ticketsComplete()).isLessThan(5);
    }

    @Test
    void isStoppedAndShownAsLoopingWhenTheThresholdIsBelowItsSummaries() {
      RunReport loops =
          play(SummaryMode.FAITHFUL, new Tuning(1_000, List.of(), null), StrategyName.TUTORIAL)
              .runs()
              .getFirst();

      assertThat(loops.ended()).startsWith("looping");
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

  @Nested
  class WhateverTheSummarizerDoes {
    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"HTTP_400", "HTTP_529", "TIME_OUT"})
    void theLadderAt2000LosesNothing(SummaryMode mode) {
      holds(mode, new Tuning(2_000, List.of(), null));
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"HTTP_400", "HTTP_529", "TIME_OUT"})
    void theLadderAt2800LosesNothing(SummaryMode mode) {
      holds(mode, new Tuning(2_800, List.of(), null));
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"HTTP_400", "HTTP_529", "TIME_OUT"})
    void summariesAloneAt3000LoseNothing(SummaryMode mode) {
      holds(mode, new Tuning(3_000, List.of("summarize"), null));
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"HTTP_400", "HTTP_529", "TIME_OUT"})
    void summariesAloneAt5000LoseNothing(SummaryMode mode) {
      holds(mode, new Tuning(5_000, List.of("summarize"), null));
    }

    private void holds(SummaryMode mode, Tuning tuning) {
      RunReport run = play(mode, tuning, StrategyName.RECAP).runs().getFirst();

      assertThat(run.toolCalls().lost()).isZero();
      assertThat(run.toolCalls().repeated()).isZero();
      assertThat(run.ticketsComplete()).isEqualTo(5);
      assertThat(run.taskAlwaysInView()).isTrue();
      RunReport.Summary summary = run.tokens().summary();
      assertThat(summary.calls()).as("summaries asked for").isPositive();
      switch (mode) {
        case FAITHFUL, AMNESIAC, LYING, THINKING_FIRST ->
            assertThat(summary.adopted()).isPositive();
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

  @Test
  void parallelCallsAreCompletedInFewerTurns() {
    var choice =
        new ModelChoice.Simulator(
            SummaryMode.FAITHFUL, Schedule.PARALLEL, "claude-sonnet-5-5", null);
    RunReport run =
        new Scenario(
                new TicketSource.Generated(5, SEED),
                choice,
                Tuning.standard(),
                ModelCatalog.bundled(),
                ScenarioListener.SILENT)
            .play(List.of(StrategyName.RECAP))
            .runs()
            .getFirst();

    assertThat(run.turns()).isLessThan(run("recap").turns());
    assertThat(run.ticketsComplete()).isEqualTo(5);
    assertThat(run.callEvents()).isEmpty();
  }

  @Test
  void ofAFileWithFewerTicketsThanAskedForAllAreTaken(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path dir) throws java.io.IOException {
    java.nio.file.Path file = dir.resolve("tickets.jsonl");
    java.nio.file.Files.writeString(file, "{\"description\":\"It is dark.\"}\n");

    assertThat(TicketSource.imported(2, file).tickets()).hasSize(1);
  }

  @Test
  void aStageThatDoesNotExistIsNamedWithThoseThatDo() {
    assertThatThrownBy(() -> new Tuning(5_000, List.of("melt"), null))
        .hasMessage(
            "stage is 'melt', but must be one of fold, clear-tool-results, summarize, trim");
  }

  private static RunReport run(String name) {
    return atDefault.run(name).orElseThrow();
  }

  private static ScenarioReport play(SummaryMode mode, Tuning tuning, StrategyName... strategies) {
    return new Scenario(
            new TicketSource.Generated(5, SEED),
            new ModelChoice.Simulator(mode, Schedule.SEQUENTIAL, "claude-sonnet-5-5", null),
            tuning,
            ModelCatalog.bundled(),
            ScenarioListener.SILENT)
        .play(List.of(strategies));
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

    RunReport dear = play(SummaryMode.FAITHFUL, own, StrategyName.RECAP).runs().getFirst();
    RunReport cheap = play(SummaryMode.FAITHFUL, cheaper, StrategyName.RECAP).runs().getFirst();

    assertThat(cheap.tokens().summary()).isEqualTo(dear.tokens().summary());
    assertThat(cheap.cost().uncached()).isLessThan(dear.cost().uncached());
  }
}
