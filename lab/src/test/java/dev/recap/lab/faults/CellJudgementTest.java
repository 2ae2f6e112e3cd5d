package dev.recap.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellJudgementTest {

  /** Counts of a row: lost, repeated, redone, wrong, task missing. */
  private static Row row(Contender strategy, SummaryFault summarizer, int... counts) {
    return new Row(
        strategy.label(),
        summarizer.label(),
        "obedient",
        5,
        "sequential",
        1,
        summarizer.adoptable() ? 1 : 0,
        summarizer.adoptable() ? "" : "empty",
        true,
        counts[0],
        counts[1],
        counts[2],
        0,
        counts[3],
        counts[4],
        1_000,
        23,
        "Answered",
        "");
  }

  private static String judged(Contender strategy, SummaryFault summarizer, int... counts) {
    return CellJudgement.of(row(strategy, summarizer, counts), strategy, summarizer);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, ''",
    "1, 0, 0, 0, 0, lost",
    "0, 1, 0, 0, 0, repeated",
    "0, 0, 1, 0, 0, redone",
    "0, 0, 0, 1, 0, wrong",
    "0, 0, 0, 0, 1, task missing"
  })
  void theLadderFailsWithAnyFault(
      int lost, int repeated, int redone, int wrong, int missing, String words) {
    assertThat(
            judged(Contender.RECAP, SummaryFault.FAITHFUL, lost, repeated, redone, wrong, missing))
        .isEqualTo(words);
  }

  @Test
  void theOthersAreShownAsTheyAre() {
    assertThat(judged(Contender.TUTORIAL, SummaryFault.FAITHFUL, 9, 9, 9, 9, 9)).isEmpty();
  }

  @Test
  void whatALiarMakesAnAgentDoAgainIsNoFailure() {
    assertThat(judged(Contender.RECAP, SummaryFault.LYING, 0, 0, 3, 0, 0)).isEmpty();
  }

  @Test
  void aSummaryRejectedForAnotherReasonThanItsOwnFails() {
    assertThat(judged(Contender.SUMMARIZE, SummaryFault.EMPTY, 0, 0, 0, 0, 0)).isEmpty();
    assertThat(judged(Contender.SUMMARIZE, SummaryFault.HTTP_400, 0, 0, 0, 0, 0))
        .isEqualTo("rejected for another reason");
  }

  @Nested
  class AGroup {
    @Test
    void mustShowThatAUsableSummaryWasAdopted() {
      Row rejected =
          new Row(
              "recap",
              "faithful",
              "obedient",
              5,
              "parallel",
              1,
              0,
              "too long",
              true,
              0,
              0,
              0,
              0,
              0,
              0,
              1_000,
              23,
              "Answered",
              "");

      assertThat(CellJudgement.ofGroups(List.of(rejected)))
          .containsExactly("recap faithful obedient parallel: no summary was ever adopted");
      assertThat(
              CellJudgement.ofGroups(
                  List.of(rejected, row(Contender.RECAP, SummaryFault.FAITHFUL, 0, 0, 0, 0, 0))))
          .hasSize(1);
    }

    @Test
    void mustShowThatASummaryWasAskedFor() {
      Row silent =
          new Row(
              "summarize",
              "empty",
              "obedient",
              1,
              "parallel",
              0,
              0,
              "",
              true,
              0,
              0,
              0,
              0,
              0,
              0,
              1_000,
              23,
              "Answered",
              "");

      assertThat(CellJudgement.ofGroups(List.of(silent)))
          .containsExactly("summarize empty obedient parallel: no summary was ever asked for");
    }
  }
}
