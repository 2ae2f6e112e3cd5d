package dev.recap.compaction;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Proposal.Ask;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.testing.Story;
import java.util.List;
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

  private static List<Kind> kinds(Proposal.Rewrite rewrite) {
    return rewrite.head().blocks().stream().map(HeadBlock::kind).toList();
  }

  @Nested
  class TheLaddersNotes {
    private final Summarize stage = new Summarize();

    @Test
    void areNotAskedForWhileThereIsOneTurnOnly() {
      story.turn(opens("T-1"));

      assertThat(propose(stage)).isInstanceOf(Nothing.class);
    }

    @Test
    void leaveTheLastTurnVerbatim() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(paints("T-1", "blue"));

      assertThat(ask(stage).turnsStaying()).containsExactly(3);
      assertThat(ask(stage).rewrite().apply("Notes.").turnsLeft()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void leaveNoTurnWhereTheLastOneCarriesSignedThinking() {
      story.turn(opens("T-1")).thinkingTurn(paints("T-1", "red"));

      assertThat(ask(stage).turnsStaying()).isEmpty();
      assertThat(ask(stage).rewrite().apply("Notes.").turnsLeft()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void coverTheOpenItemsAndTheInstructionNamesThem() {
      story
          .turn(opens("T-1"))
          .turn(finishes("T-1"))
          .turn(opens("T-2"))
          .turn(opens("T-3"))
          .turn(paints("T-2", "red"));
      var notes = ask(stage).rewrite().apply("Notes.").head().blocks().getLast();

      assertThat(notes.openings()).containsExactly(story.latest("T-2"), story.latest("T-3"));
      assertThat(ask(stage).instruction())
          .contains("the work on T-2, T-3", "call no tool")
          .doesNotContain("T-1");
    }

    @Test
    void standBesideTheRecordOfClosedAndOpenItems() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2")).turn(paints("T-2", "red"));

      assertThat(kinds(ask(stage).rewrite().apply("Notes.")))
          .containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED, Kind.OPEN, Kind.SUMMARY);
    }

    @Test
    void areAskedForInTheCallersWords() {
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
    void standsForEveryTurnBesideTheTaskAlone() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2"));
      var rewrite = ask(stage).rewrite().apply("All is well.");

      assertThat(rewrite.turnsLeft()).containsExactlyInAnyOrder(1, 2, 3);
      assertThat(kinds(rewrite)).containsExactly(Kind.TASK, Kind.SUMMARY);
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
          .containsExactly("fold", "clear-tool-results", "summarize", "trim");
      assertThat(Compaction.summary(5_000).stages())
          .extracting(Stage::name)
          .containsExactly("summary");
      assertThat(Compaction.none().stages()).isEmpty();
    }

    @Test
    void mayHaveOtherStagesWordsAndGains() {
      Compaction policy =
          Compaction.atTokens(5_000).stages(new Summarize()).prompt("Be brief.").minimumGain(0.3);
      story.turn(opens("T-1")).turn(paints("T-1", "red"));

      assertThat(ask(policy.stages().getFirst()).instruction()).isEqualTo("Be brief.");
      assertThat(policy.terms().minimumGain()).isEqualTo(0.3);
    }

    @Test
    void wordsTheSummaryAlone() {
      story.turn(opens("T-1"));

      assertThat(ask(Compaction.summary(9).prompt("Sum up.").stages().getFirst()).instruction())
          .isEqualTo("Sum up.");
      assertThat(Compaction.atTokens(9).prompt("Sum up.").stages().getFirst())
          .isInstanceOf(Fold.class);
    }

    @Test
    void refusesWhatCannotBe() {
      assertThatThrownBy(() -> Compaction.none().prompt(" ")).hasMessageContaining("blank");
      assertThatThrownBy(() -> Compaction.none().minimumGain(1)).hasMessageContaining("1.0");
      assertThatThrownBy(() -> Compaction.atTokens(0)).hasMessageContaining("was 0");
      assertThatThrownBy(() -> Compaction.atWindowShare(1)).hasMessageContaining("was 1.0");
    }
  }
}
