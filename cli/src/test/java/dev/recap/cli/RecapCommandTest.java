package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecapCommandTest {
  private static final int COLUMNS = 80;
  private static final int LINES = 40;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @Nested
  class TheLastScreen {
    @Test
    void standsAloneIn80ColumnsAnd40Lines() {
      assertThat(run("demo", "--quiet")).isZero();

      List<String> lines = out.toString().lines().toList();
      assertThat(lines).hasSizeLessThanOrEqualTo(LINES);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
      assertThat(lines).noneMatch(line -> line.startsWith("Turn "));
    }

    @Test
    void saysWhichModelAnsweredAndNamesEachLostCall() {
      run("demo", "--quiet");

      assertThat(out.toString().replaceAll("\\s+", " "))
          .contains("SIMULATED: fixed rules, not an LLM; nothing was spent")
          .containsPattern("LOST: [a-z_]+ of TICKET-\\d in turn \\d+")
          .contains("the task went out of view")
          .contains("With prompt caching recap cost")
          .contains("--summary-mode lying --threshold 2000");
    }

    @Test
    void fitsAlsoWhenVeryMuchWentWrong() {
      run("demo", "--quiet", "--tickets", "8", "--threshold", "900");

      List<String> lines = out.toString().lines().toList();
      assertThat(lines).hasSizeLessThanOrEqualTo(LINES);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
      assertThat(out.toString()).contains("looping");
    }
  }

  @Nested
  class WhileItRuns {
    @Test
    void aLineTellsOfEachTurnAndTheTextOfEachCompactionIsShown() {
      run("demo", "--tickets", "2", "--run", "recap");

      assertThat(out.toString())
          .contains("== recap")
          .contains(
              "Turn    1: input     1,571  output    56  messages    1  all input       1,571")
          .contains("-- fold after turn 7: 15 messages before, 1 after. In their place:")
          .contains("   | TICKET-1 closed: category");
    }

    @Test
    void aBarStandsForTheLinesWhenThereAreManyTickets() {
      run("demo", "--tickets", "25", "--run", "per-ticket");

      assertThat(out.toString())
          .doesNotContain("Turn    1:")
          .contains("PER-TICKET: a conversation for each ticket")
          .contains("The agent gave no final answer (25 conversations).");
    }

    @Test
    void eachRunEndsWithABlockOfResultsAndTheAgentsOwnAnswer() {
      run("demo", "--tickets", "2", "--run", "baseline", "--run", "recap");

      String rule = "=".repeat(60);
      assertThat(out.toString().lines().toList())
          .containsSubsequence(
              rule,
              "BASELINE: without compaction",
              rule,
              "Total turns:               16",
              "Compactions:                0",
              "Input tokens:          52,329",
              "Output tokens:          1,889",
              "Total tokens:          54,218",
              rule,
              "The agent's final answer:",
              "   TICKET-1 complete: category technical, priority medium, team tech-support.",
              "RECAP: with Recap's compaction",
              "Compactions:                2  (2 folds, no summary was written)");
    }

    @Test
    void tokensForSummariesAreCountedInInputOutputAndTotalAndNamed() {
      run("demo", "--tickets", "2", "--threshold", "3000", "--run", "summary");

      assertThat(out.toString())
          .containsPattern("Compactions: +\\d+  \\(\\d summar(y|ies)\\)")
          .containsPattern("Input tokens: +[0-9,]+  \\([0-9,]+ of them for summaries\\)")
          .contains("   | <notes>");
    }

    @Test
    void linesOfTheRecordThatStoodBeforeAFoldAreNotShownAgain() {
      run("demo", "--tickets", "2", "--run", "recap");

      assertThat(out.toString())
          .containsOnlyOnce("   | TICKET-1 closed")
          .contains("(2 lines as before)");
    }

    @Test
    void lastComesTheTutorialsTable() {
      run("demo", "--tickets", "2", "--run", "baseline", "--run", "recap");

      assertThat(out.toString())
          .containsPattern("Metric +Without \\(baseline\\) +With \\(recap\\) +Improvement")
          .containsPattern("Turns +16 +16 +0.0 %")
          .containsPattern("Total tokens +54,218 +[0-9,]+ +[0-9.]+ %")
          .containsPattern("Context management +none, up to [0-9,]+ +2 folds, up to [0-9,]+");
    }
  }

  @Nested
  class AFileWithFewerTicketsThanAskedFor {
    private String[] demo(String... more) throws IOException {
      Path file = dir.resolve("few.jsonl");
      Files.writeString(file, "{\"id\":\"SHOP-7\",\"description\":\"It is dark.\"}\n");
      List<String> words =
          new ArrayList<>(List.of("demo", "--run", "recap", "--input", file.toString()));
      words.addAll(List.of(more));
      return words.toArray(String[]::new);
    }

    @Test
    void isPlayedAndThatIsSaid() throws IOException {
      assertThat(run(demo("--quiet"))).isZero();

      assertThat(out.toString())
          .contains("few.jsonl has 1 ticket, fewer than the 5 asked for: all of it is played.")
          .contains("RECAP  1 ticket,");
    }

    @Test
    void leavesStandardOutputToTheJsonWhichHasTheTicketsOwnId() throws IOException {
      assertThat(run(demo("--json", "-"))).isZero();

      JsonNode figures = new ObjectMapper().readTree(out.toString());
      assertThat(figures.path("tickets").asInt()).isEqualTo(1);
      JsonNode ticket = figures.path("runs").get(0).path("store").get(0);
      assertThat(ticket.path("externalId").asText()).isEqualTo("SHOP-7");
      assertThat(ticket.path("draft").asText()).startsWith("Dear");
      assertThat(err.toString()).contains("fewer than the 5 asked for");
    }
  }

  @Nested
  class AsJson {
    @Test
    void aRunThatDidNotFinishSavedNothing() throws IOException {
      run(
          "demo",
          "--tickets",
          "2",
          "--threshold",
          "900",
          "--json",
          "-",
          "--run",
          "baseline",
          "--run",
          "tutorial");

      JsonNode figures = new ObjectMapper().readTree(out.toString());
      assertThat(figures.path("saved")).isEmpty();
      assertThat(figures.path("runs").get(1).path("didNotFinish").asText()).isEqualTo("0 of 2");
      assertThat(figures.path("runs").get(0).has("didNotFinish")).isFalse();
    }

    @Test
    void theFieldsAreThoseOfTheContract() throws IOException {
      assertThat(run("demo", "--tickets", "2", "--json", "-")).isZero();

      JsonNode figures = new ObjectMapper().readTree(out.toString());
      assertThat(figures.fieldNames())
          .toIterable()
          .contains("seed", "tickets", "model", "threshold", "prices", "runs", "saved");
      JsonNode recap = figures.path("runs").get(3);
      assertThat(recap.fieldNames())
          .toIterable()
          .contains(
              "name",
              "turns",
              "folds",
              "compactions",
              "inputTokens",
              "cacheReadTokens",
              "cacheWriteTokens",
              "outputTokens",
              "summary",
              "totalTokens",
              "cost",
              "toolCalls",
              "ticketsComplete",
              "taskAlwaysInView",
              "perTurn",
              "answer");
      assertThat(recap.path("toolCalls").fieldNames())
          .toIterable()
          .containsExactly("asked", "executed", "guarded", "repeated", "redone", "lost");
      assertThat(recap.path("perTurn").get(0).fieldNames())
          .toIterable()
          .containsExactly("turn", "promptTokens", "outputTokens", "messages", "compacted");
      assertThat(figures.path("saved").get(0).fieldNames())
          .toIterable()
          .containsExactly("run", "tokens", "share", "cost");
    }

    @Test
    void withoutAKnownPriceThereAreTokensAndNoMoney() throws IOException {
      Path prices = dir.resolve("prices.json");
      Files.writeString(
          prices,
          "{\"date\":\"2026-11-24\",\"source\":\"a test\",\"models\":[{\"name\":\"claude-sonnet-5-5\",\"windowTokens\":200000,"
              + "\"cacheableMinimumTokens\":1024}]}");

      run("demo", "--tickets", "1", "--run", "recap", "--prices", prices.toString(), "--json", "-");

      JsonNode figures = new ObjectMapper().readTree(out.toString());
      assertThat(figures.has("prices")).isFalse();
      assertThat(figures.path("runs").get(0).has("cost")).isFalse();
      assertThat(figures.path("runs").get(0).path("totalTokens").asLong()).isPositive();
    }
  }

  @Test
  void theReportIsOnePageThatLoadsNothing() throws IOException {
    Path report = dir.resolve("report.html");
    run("demo", "--quiet", "--report", report.toString());

    String page = Files.readString(report);
    assertThat(page)
        .contains("SIMULATED")
        .contains("What it claimed")
        .contains("What the store has")
        .contains("<svg")
        .containsPattern("LOST: [a-z_]+ of TICKET-\\d in turn \\d+")
        .doesNotContain("{{")
        .doesNotContainPattern("src=|href=\"[^#]")
        .doesNotContain("<script");
  }

  @Nested
  class BadUsage {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--tickets 0 | tickets is 0, but must be 1 or more",
          "--threshold 0 | threshold is 0, but must be 1 or more",
          "--run melt | run is 'melt', but must be one of baseline, tutorial",
          "--stages melt | stage is 'melt', but must be one of fold, clear-tool-results, summarize, trim",
          "--summary-mode melt | summary mode 'melt' is not known",
          "--model gpt | model is 'gpt', but must be simulator or anthropic:NAME",
          "--summary-prompt /nowhere/at/all | summary-prompt is /nowhere/at/all",
          "--input /nowhere/at/all.csv | /nowhere/at/all.csv",
        })
    void namesTheFieldTheValueAndWhatWasExpectedAndExitsWith2(String options, String message) {
      String[] words = ("demo " + options.strip()).split(" ");

      assertThat(run(words)).isEqualTo(2);
      assertThat(err.toString()).contains(message.strip());
      assertThat(out.toString()).doesNotContain("Turn ");
    }

    @Test
    void anUnknownOptionExitsWith2() {
      assertThat(run("demo", "--melt")).isEqualTo(2);
      assertThat(run()).isEqualTo(2);
    }

    @Test
    void aFileWithOneBadRowImportsNothingAndSaysWhichLine() throws IOException {
      Path file = dir.resolve("tickets.jsonl");
      Files.writeString(file, "{\"description\":\"It is dark.\"}\n{\"subject\":\"no text\"}\n");

      assertThat(run("demo", "--input", file.toString(), "--tickets", "1")).isEqualTo(2);
      assertThat(err.toString()).contains("2").contains("description");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo", "simulator", "tools"})
  void everyCommandHasHelp(String command) {
    String[] words = (command + " --help").strip().split(" ");

    assertThat(run(words)).isZero();
    assertThat(out.toString()).contains("Usage: recap");
  }

  @Test
  void aMissingKeyIsOneLineWithWhatToDo() {
    assertThat(run("demo", "--model", "anthropic:claude-sonnet-5-5")).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("set ANTHROPIC_API_KEY").contains(".env");
  }

  private int run(String... words) {
    return RecapCommand.run(new PrintWriter(out), new PrintWriter(err), words);
  }
}
