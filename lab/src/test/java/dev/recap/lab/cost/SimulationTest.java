package dev.recap.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Usage;
import dev.recap.lab.cost.Simulation.Rules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final long PREFIX = 1_000;
  private static final long INSTRUCTION = 50;

  private static Simulation simulation(long minimum, boolean summaryWritten) {
    return new Simulation(new Rules(PREFIX, 0, INSTRUCTION, minimum, summaryWritten));
  }

  @Nested
  class WithACache {
    @Test
    void aRequestReadsWhatTheOneBeforeItSentAndWritesTheRest() {
      Simulation simulation = simulation(0, true);
      simulation.turn(200, 10);
      simulation.turn(200, 10);

      assertThat(simulation.turns()).isEqualTo(new Usage(0, 1_000, 1_000 + 200, 20));
    }

    @Test
    void aSummaryRequestReadsTheViewAndTheNextRequestOnlyThePrefix() {
      Simulation simulation = simulation(0, true);
      simulation.turn(200, 10);
      simulation.summarize(300);
      simulation.resetCounts();
      simulation.turn(200, 10);

      assertThat(simulation.turns()).isEqualTo(new Usage(0, 1_000, 300, 10));
    }

    @Test
    void aSummaryRequestPaysForItsEndAsItIsTold() {
      Simulation written = simulation(0, true);
      Simulation plain = simulation(0, false);
      written.turn(200, 10);
      plain.turn(200, 10);

      assertThat(written.summaryRequest(300)).isEqualTo(new Usage(0, 1_000, 250, 300));
      assertThat(plain.summaryRequest(300)).isEqualTo(new Usage(250, 1_000, 0, 300));
    }
  }

  @Nested
  class BelowTheCacheableMinimum {
    @Test
    void everythingIsPlainInput() {
      Simulation simulation = simulation(Rules.UNCACHED, true);
      simulation.turn(200, 10);
      simulation.turn(200, 10);

      assertThat(simulation.turns()).isEqualTo(new Usage(2_200, 0, 0, 20));
    }

    @Test
    void aViewThatGrowsPastItIsWrittenWholeOnce() {
      Simulation simulation = simulation(1_100, true);
      simulation.turn(200, 0);
      simulation.turn(200, 0);
      simulation.turn(200, 0);

      assertThat(simulation.turns()).isEqualTo(new Usage(1_000, 1_200, 1_200 + 200, 0));
    }
  }
}
