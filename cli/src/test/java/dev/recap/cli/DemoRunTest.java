package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo prints while it runs. */
class DemoRunTest {
  private static Ran demo;

  @BeforeAll
  static void play() {
    demo = Ran.recap("demo", "--tickets", "2", "--run", "baseline", "--run", "recap");
  }

  @Test
  void aLineTellsOfEachTurnAndTheTextOfEachCompactionIsShown() {
    assertThat(demo.out())
        .contains("== recap")
        .contains("Turn    1: input     1,571  output    56  messages    1  all input       1,571")
        .contains("-- fold after turn 7: 15 messages before, 1 after. In their place:")
        .contains("   | TICKET-1 closed: category");
  }

  @Test
  void linesOfTheRecordThatStoodBeforeAFoldAreNotShownAgain() {
    assertThat(demo.out()).containsOnlyOnce("   | TICKET-1 closed").contains("(2 lines as before)");
  }

  @Test
  void eachRunEndsWithABlockOfResultsAndTheAgentsOwnAnswer() {
    String rule = "=".repeat(60);
    assertThat(demo.lines())
        .containsSubsequence(
            rule,
            "BASELINE: without compaction",
            rule,
            "Total turns:               16",
            "Compactions:                0",
            "Input tokens:          52,425",
            "Output tokens:          1,889",
            "Total tokens:          54,314",
            rule,
            "The agent's final answer:",
            "   TICKET-1 complete: category technical, priority medium, team tech-support.",
            "RECAP: with Recap's compaction",
            "Compactions:                2  (2 folds, no summary was written)");
  }

  @Test
  void lastComesTheTutorialsTable() {
    assertThat(demo.out())
        .containsPattern("Metric +Without \\(baseline\\) +With \\(recap\\) +Improvement")
        .containsPattern("Turns +16 +16 +0.0 %")
        .containsPattern("Total tokens +54,314 +[0-9,]+ +[0-9.]+ %")
        .containsPattern("Context management +none, up to [0-9,]+ +2 folds, up to [0-9,]+");
  }

  @Test
  void aBarStandsForTheLinesWhenThereAreManyTickets() {
    assertThat(Ran.recap("demo", "--tickets", "21", "--run", "per-ticket").out())
        .doesNotContain("Turn    1:")
        .contains("PER-TICKET: a conversation for each ticket")
        .contains("The agent gave no final answer (21 conversations).");
  }

  @Test
  void tokensForSummariesAreCountedInInputOutputAndTotalAndNamed() {
    assertThat(Ran.recap("demo", "--tickets", "2", "--threshold", "3000", "--run", "summary").out())
        .containsPattern("Compactions: +\\d+  \\(\\d summar(y|ies)\\)")
        .containsPattern("Input tokens: +[0-9,]+  \\([0-9,]+ of them for summaries\\)")
        .contains("   | > Hand-over notes.");
  }
}
