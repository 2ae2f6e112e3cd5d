package dev.recap.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.job.DeskJob;
import dev.recap.lab.play.Imitated;
import dev.recap.simulator.Schedule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A small cut of the grid, so that a slip of the library shows in every build. */
class FaultsExperimentTest {
  private static final Set<Integer> TURNS = Set.of(0, 6);

  private static DeskJob job;

  @BeforeAll
  static void open() {
    job = DeskJob.of(new TicketGenerator(47).generate(2));
  }

  @AfterAll
  static void close() {
    job.close();
  }

  private static FaultFindings play(
      List<Contender> strategies, List<SummaryFault> summarizers, List<String> agents) {
    return play(strategies, summarizers, agents, TURNS);
  }

  private static FaultFindings play(
      List<Contender> strategies,
      List<SummaryFault> summarizers,
      List<String> agents,
      Set<Integer> turns) {
    return new FaultsExperiment(job, Imitated.RECORDED, (done, total) -> {})
        .play(
            new Selection(
                strategies,
                summarizers,
                agents,
                List.of(Schedule.values()),
                new Selection.Turns(turns, true)));
  }

  @Nested
  class TheLadder {
    @Test
    void keepsItsPromisesWhateverTheSummarizerDoes() {
      FaultFindings found =
          play(
              List.of(Contender.RECAP),
              List.of(SummaryFault.values()),
              List.of("obedient"),
              Set.of(6));

      assertThat(found.failing()).isEmpty();
      assertThat(found.findings().rows()).hasSize(SummaryFault.values().length * 2);
    }

    @Test
    void keepsItsPromisesWhoeverWorks() {
      FaultFindings found =
          play(List.of(Contender.RECAP), List.of(SummaryFault.LYING), Selection.AGENTS);

      assertThat(found.failing()).isEmpty();
    }
  }

  @Nested
  class TheTutorial {
    @Test
    void losesACallWhereItIsStruck() {
      FaultFindings found =
          play(List.of(Contender.TUTORIAL), List.of(SummaryFault.FAITHFUL), List.of("obedient"));

      assertThat(found.findings().rows())
          .allSatisfy(row -> assertThat(((Row) row).lost()).isPositive());
      assertThat(found.findings().rows())
          .allSatisfy(row -> assertThat(((Row) row).taskMissing()).isPositive());
    }
  }

  @Nested
  class OverHttp {
    @Test
    void aCellGivesTheSameRowAsInThisProcess() {
      FaultFindings found =
          play(
              List.of(Contender.SUMMARIZE),
              List.of(SummaryFault.FAITHFUL, SummaryFault.HTTP_529, SummaryFault.TIME_OUT),
              List.of("obedient", "forgetful=0.2"));

      assertThat(found.overHttp()).isEqualTo(new FaultFindings.OverHttp(1, 0));
    }
  }

  @Test
  void anAgentThatDoesNotExistIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> play(List.of(Contender.RECAP), List.of(SummaryFault.FAITHFUL), List.of("wilful")))
        .withMessageContaining("wilful");
  }
}
