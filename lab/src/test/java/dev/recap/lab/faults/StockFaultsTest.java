package dev.recap.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.job.StockJob;
import dev.recap.lab.play.Imitated;
import dev.recap.simulator.Schedule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small cut of the grid on the work that is not about tickets and was never tuned on. */
class StockFaultsTest {
  /** In the middle of the first warehouse, between the two, and at the end. */
  private static final Set<Integer> TURNS = Set.of(6, 12, 15);

  private static List<Row> play(
      Contender strategy, List<SummaryFault> summarizers, List<String> agents) {
    return play(strategy, summarizers, agents, TURNS);
  }

  private static List<Row> play(
      Contender strategy, List<SummaryFault> summarizers, List<String> agents, Set<Integer> turns) {
    var selection =
        new Selection(
            List.of(strategy),
            summarizers,
            agents,
            List.of(Schedule.values()),
            new Selection.Turns(turns, true));
    try (var job = new StockJob(2)) {
      return new FaultsExperiment(job, Imitated.RECORDED, (done, total) -> {})
          .play(selection).findings().rows().stream().map(Row.class::cast).toList();
    }
  }

  private static void nothingLostNothingRepeated(List<Row> rows) {
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.complete()).as("complete: %s", row).isTrue();
          assertThat(row.lost()).as("lost: %s", row).isZero();
          assertThat(row.repeated()).as("repeated: %s", row).isZero();
          assertThat(row.wrong()).as("wrong: %s", row).isZero();
          assertThat(row.taskMissing()).as("task missing: %s", row).isZero();
        });
  }

  @Test
  void theLadderLosesAndRepeatsNothingWhateverTheSummarizerDoes() {
    List<Row> rows = play(Contender.RECAP, List.of(SummaryFault.values()), List.of("obedient"));

    assertThat(rows).hasSizeGreaterThan(SummaryFault.values().length);
    nothingLostNothingRepeated(rows);
    assertThat(rows)
        .filteredOn(row -> !SummaryFault.parse(row.summarizer()).adoptable())
        .allSatisfy(row -> assertThat(row.redone()).as("redone: %s", row).isZero());
  }

  /**
   * The record of an open warehouse once kept the last count alone, and it was counted for ever.
   */
  @Test
  void theLadderEndsUnderACompactionBeforeEveryTurn() {
    nothingLostNothingRepeated(
        play(
            Contender.RECAP,
            List.of(SummaryFault.FAITHFUL, SummaryFault.LYING, SummaryFault.PARROTING),
            List.of("obedient"),
            Set.of(0)));
  }

  @Test
  void theLadderLosesAndRepeatsNothingWhoeverWorks() {
    nothingLostNothingRepeated(
        play(
            Contender.RECAP,
            List.of(SummaryFault.LYING, SummaryFault.PARROTING),
            Selection.AGENTS));
  }

  @Test
  void theTutorialLosesTheCallsOfTheTurnItIsStruckAfter() {
    assertThat(play(Contender.TUTORIAL, List.of(SummaryFault.FAITHFUL), List.of("obedient")))
        .anySatisfy(row -> assertThat(row.lost()).isPositive())
        .allSatisfy(row -> assertThat(row.taskMissing()).isPositive());
  }
}
