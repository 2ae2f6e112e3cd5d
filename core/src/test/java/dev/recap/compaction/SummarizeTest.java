package dev.recap.compaction;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Proposal.Ask;
import dev.recap.compaction.Stage.Proposal.Nothing;
import dev.recap.compaction.Stage.Situation;
import dev.recap.testing.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SummarizeTest {
  private final Story story = Story.of("Paint.");

  private Proposal propose(Stage stage) {
    return stage.propose(new Situation(story.view(), story.ledger()));
  }

  private Ask ask(Stage stage) {
    return (Ask) propose(stage);
  }

  @Nested
  class TheLaddersSummary {
    private final Summarize stage = new Summarize();

    @Test
    void isNotAskedForWhileThereIsOneTurnOnly() {
      story.turn(opens("T-1"));

      assertThat(propose(stage)).isInstanceOf(Nothing.class);
    }

    @Test
    void leavesTheLastTurnVerbatim() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(paints("T-1", "blue"));

      assertThat(ask(stage).staying()).containsExactly(3);
    }

    @Test
    void leavesTheLastTurnAlsoWhereItCarriesThinking() {
      story.turn(opens("T-1")).thinkingTurn(paints("T-1", "red"));

      assertThat(ask(stage).staying()).containsExactly(2);
    }

    @Test
    void isAboutTheOpenItems() {
      story
          .turn(opens("T-1"))
          .turn(finishes("T-1"))
          .turn(opens("T-2"))
          .turn(opens("T-3"))
          .turn(paints("T-2", "red"));

      assertThat(ask(stage).instruction())
          .contains("the work on T-2, T-3", "call no tool")
          .doesNotContain("T-1");
    }

    @Test
    void isAskedForInTheCallersWords() {
      story.turn(opens("T-1")).turn(paints("T-1", "red"));

      assertThat(ask(new Summarize("Be brief.")).instruction()).isEqualTo("Be brief.");
    }
  }

  @Nested
  class TheSummaryAlone {
    private final Stage stage = Compaction.summary(1_000).stages().getFirst();

    @Test
    void isNotAskedForBeforeTheFirstTurn() {
      assertThat(propose(stage)).isInstanceOf(Nothing.class);
    }

    @Test
    void standsForEveryTurn() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2"));

      assertThat(ask(stage).staying()).isEmpty();
    }

    @Test
    void hasToCarryWhatIsFinished() {
      story.turn(opens("T-1"));

      assertThat(ask(stage).instruction()).contains("every finished item", "call no tool");
    }
  }

  @Nested
  class APolicy {
    @Test
    void isALadderOrASummaryOrNothing() {
      assertThat(Compaction.atTokens(5_000).stages())
          .extracting(Stage::name)
          .containsExactly("fold", "forget-thinking", "clear-tool-results", "summarize", "trim");
      assertThat(Compaction.summary(5_000).stages())
          .extracting(Stage::name)
          .containsExactly("summary");
      assertThat(Compaction.none().stages()).isEmpty();
    }

    @Test
    void mayHaveOtherStagesAndGains() {
      Compaction policy =
          Compaction.atTokens(5_000).stages(new Summarize("Be brief.")).minimumGain(0.3);
      story.turn(opens("T-1")).turn(paints("T-1", "red"));

      assertThat(ask(policy.stages().getFirst()).instruction()).isEqualTo("Be brief.");
      assertThat(policy.terms().minimumGain()).isEqualTo(0.3);
    }

    @Test
    void wordsTheSummaryAlone() {
      story.turn(opens("T-1"));

      assertThat(ask(Compaction.summary(9, "Sum up.").stages().getFirst()).instruction())
          .isEqualTo("Sum up.");
    }

    @Test
    void refusesWhatCannotBe() {
      assertThatThrownBy(() -> Compaction.summary(9, " ")).hasMessageContaining("blank");
      assertThatThrownBy(() -> new Summarize(" ")).hasMessageContaining("blank");
      assertThatThrownBy(() -> Compaction.none().minimumGain(1)).hasMessageContaining("1.0");
      assertThatThrownBy(() -> Compaction.atTokens(0)).hasMessageContaining("was 0");
      assertThatThrownBy(() -> Compaction.atWindowShare(1)).hasMessageContaining("was 1.0");
    }
  }
}
