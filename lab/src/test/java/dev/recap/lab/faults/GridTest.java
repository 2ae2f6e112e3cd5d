package dev.recap.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.simulator.Schedule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final int TURNS = 23;

  private static List<Cell> cells(boolean full, Contender... strategies) {
    var selection =
        new Selection(
            List.of(strategies),
            List.of(SummaryFault.values()),
            Selection.AGENTS,
            List.of(Schedule.values()),
            new Selection.Turns(Set.of(), full));
    return new Grid(selection).cells(conditions -> TURNS);
  }

  private static int conditions() {
    return SummaryFault.values().length * Selection.AGENTS.size() * Schedule.values().length;
  }

  @Test
  void strikesTheLadderBeforeEachTurnAndBeforeAll() {
    assertThat(cells(false, Contender.RECAP)).hasSize(conditions() * (TURNS + 1));
  }

  @Test
  void strikesTheOthersBeforeEachTurnUnderSomeConditions() {
    List<Cell> cells = cells(false, Contender.TUTORIAL);

    assertThat(cells).hasSizeLessThan(conditions() * TURNS / 3);
    assertThat(cells.stream().map(Cell::turn).distinct()).hasSize(TURNS + 1);
  }

  @Test
  void playsStagesThatAskNoModelWithOneSummarizer() {
    assertThat(cells(false, Contender.TRIM))
        .allMatch(cell -> cell.conditions().summarizer() == SummaryFault.FAITHFUL);
  }

  @Test
  void playsEverythingInFull() {
    assertThat(cells(true, Contender.values()))
        .hasSize(Contender.values().length * conditions() * (TURNS + 1));
  }
}
